"""How large the functions are that AWS gets."""

import io
import zipfile
from pathlib import Path

from measure_build import release_binaries_for_aws
from measure_report import table

MEGABYTE = 1_000_000
GOAL = 3 * MEGABYTE
WITHOUT_GOAL = ("trainer", "janitor")


def tables(target: Path) -> str:
    architecture, binaries = release_binaries_for_aws(target)
    rows = []
    for name, binary in binaries.items():
        code = binary.read_bytes()
        size = zip_size(code)
        verdict = "–" if name in WITHOUT_GOAL else "yes" if size < GOAL else "no"
        rows.append([name, megabytes(len(code)), megabytes(size), verdict])
    return table(["function", f"binary for {architecture}, MB", "zip, MB", "zip < 3 MB"], rows)


def zip_size(code: bytes) -> int:
    """Bytes of the archive that `cargo lambda` and `sam` upload: one deflated file called bootstrap."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bootstrap", code)
    return buffer.tell()


def megabytes(size: int) -> str:
    return f"{size / MEGABYTE:.2f}"
