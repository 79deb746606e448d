"""Finds the settings that a function's code reads: in its own crate, and in what it calls of shared/platform."""

import re
from pathlib import Path

from model import ROOT

READ = re.compile(r"\.(?:text|number|switch|list|signing_keys)(?:::<[^>]*>)?\(\s*\"([A-Z][A-Z0-9_]+)\"")
CALL = re.compile(r"\b([A-Z]\w*)::(\w+)\(")
IMPL = re.compile(r"^impl(?:<[^>]*>)? (\w+)[^{]*\{", re.MULTILINE)
FUNCTION = re.compile(r"^    (?:pub(?:\([^)]*\))? )?(?:async )?fn (\w+)", re.MULTILINE)


def read_by(function: str) -> set[str]:
    """Names of all settings that `functions/<function>` reads, directly or through a reader of shared/platform."""
    readers = _readers()
    code = _code(ROOT / "functions" / function / "src")
    names = set(READ.findall(code))
    for call in set(CALL.findall(code)):
        names |= _names_of(call, readers, set())
    return names


def _readers() -> dict[tuple[str, str], str]:
    """Source text of every associated function in shared/platform, by (type, name)."""
    code = _code(ROOT / "shared" / "platform" / "src")
    readers = {}
    blocks = list(IMPL.finditer(code))
    for index, block in enumerate(blocks):
        end = code.find("\n}\n", block.end())
        body = code[block.end() : end if end >= 0 else len(code)]
        starts = list(FUNCTION.finditer(body))
        for position, start in enumerate(starts):
            stop = starts[position + 1].start() if position + 1 < len(starts) else len(body)
            readers[block[1], start[1]] = body[start.start() : stop].replace("Self::", f"{block[1]}::")
    return readers


def _names_of(call: tuple[str, str], readers: dict[tuple[str, str], str], seen: set[tuple[str, str]]) -> set[str]:
    if call in seen or call not in readers:
        return set()
    seen.add(call)
    names = set(READ.findall(readers[call]))
    for inner in CALL.findall(readers[call]):
        names |= _names_of(inner, readers, seen)
    return names


def _code(folder: Path) -> str:
    """All sources of a folder without their unit tests."""
    return "\n".join(path.read_text().split("#[cfg(test)]")[0] for path in sorted(folder.rglob("*.rs")))
