"""The same request gives the same bytes with any number of threads and on any processor.

`models.rs` trains every family on data of every kind and prints digests of the models, reports and predictions. Here it
is run with 1, 2 and 8 threads, on an emulated aarch64 and as WebAssembly, and what it prints is compared line by line.
What cannot run on this machine is skipped with the reason.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[3]
AARCH64 = "aarch64-unknown-linux-musl"
WASM32 = "wasm32-wasip1"
QEMU = ("qemu-aarch64-static", "qemu-aarch64")
# glibc's answer to how many processors there are, which is what Rust asks for; only a program of this test sees it.
EIGHT_PROCESSORS = r"""
#define _GNU_SOURCE
#include <sched.h>
int sched_getaffinity(pid_t process, size_t size, cpu_set_t *set) {
    (void)process;
    CPU_ZERO_S(size, set);
    for (int processor = 0; processor < 8; processor++) CPU_SET_S(processor, size, set);
    return 0;
}
"""


def build(target: str | None = None) -> Path:
    """The program for a target, or for this machine."""
    folder = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    command = ["cargo", "build", "--quiet", "--locked", "-p", "stint-engine", "--example", "models"]
    if target is None:
        subprocess.run(command, cwd=ROOT, check=True)
        return folder / "debug/examples/models"
    # The linker that comes with Rust does for programs that bring their own C library.
    linker = {"CARGO_TARGET_AARCH64_UNKNOWN_LINUX_MUSL_LINKER": "rust-lld"}
    subprocess.run([*command, "--target", target], cwd=ROOT, check=True, env=os.environ | linker)
    suffix = ".wasm" if target == WASM32 else ""
    return folder / target / f"debug/examples/models{suffix}"


def has_target(target: str) -> bool:
    command = ["rustc", "--print", "target-libdir", "--target", target]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return found.returncode == 0 and Path(found.stdout.strip()).is_dir()


class Platforms(unittest.TestCase):
    """Each way of running, against this machine's own."""

    maxDiff = None

    @classmethod
    def setUpClass(cls) -> None:
        cls.program = build()
        cls.threads, cls.expected = cls.run_program([str(cls.program)])

    @staticmethod
    def run_program(command: list[str], **options) -> tuple[int, list[str]]:
        """The number of threads that the program saw, and its digests."""
        done = subprocess.run(command, capture_output=True, text=True, check=False, **options)
        if done.returncode != 0:
            raise AssertionError(f"{command[0]} ended with {done.returncode}: {done.stderr[-2000:]}")
        threads, *digests = done.stdout.splitlines()
        return int(threads.removeprefix("threads ")), digests

    def test_there_is_something_to_compare(self) -> None:
        self.assertGreater(len(self.expected), 250)
        self.assertEqual(len({line.rsplit(" ", 1)[0] for line in self.expected}), len(self.expected))
        for family in ("auto", "elastic_net", "knn", "naive_bayes", "random_forest", "gradient_boosting"):
            self.assertTrue(any(f" {family} model.onnx " in line for line in self.expected), family)

    def on_processors(self, count: int) -> None:
        if not hasattr(os, "sched_setaffinity"):
            self.skipTest("this system cannot tie a program to processors")
        allowed = sorted(os.sched_getaffinity(0))[:count]
        if len(allowed) < count:
            self.skipTest(f"this machine has fewer than {count} processors")
        threads, digests = self.run_program([str(self.program)], preexec_fn=lambda: os.sched_setaffinity(0, allowed))
        self.assertEqual(threads, count)
        self.assertEqual(digests, self.expected)

    def test_with_one_thread(self) -> None:
        self.on_processors(1)

    def test_with_two_threads(self) -> None:
        self.on_processors(2)

    def test_with_eight_threads(self) -> None:
        if sys.platform != "linux" or not shutil.which("cc"):
            self.skipTest("needs Linux and a C compiler, to show a program eight processors")
        with tempfile.TemporaryDirectory(prefix="stint-threads-") as folder:
            source, library = Path(folder) / "eight.c", Path(folder) / "eight.so"
            source.write_text(EIGHT_PROCESSORS)
            subprocess.run(["cc", "-shared", "-fPIC", "-o", str(library), str(source)], check=True)
            threads, digests = self.run_program([str(self.program)], env=os.environ | {"LD_PRELOAD": str(library)})
        if threads != 8:
            self.skipTest(f"the system limits this program to {threads} processors")
        self.assertEqual(digests, self.expected)

    def test_on_aarch64(self) -> None:
        if not has_target(AARCH64):
            self.skipTest(f"Rust cannot build for it here: rustup target add {AARCH64}")
        qemu = next(filter(None, map(shutil.which, QEMU)), None)
        if qemu is None:
            self.skipTest("there is no emulator: install Debian's qemu-user-static")
        _, digests = self.run_program([qemu, str(build(AARCH64))])
        self.assertEqual(digests, self.expected)

    def test_on_wasm32(self) -> None:
        if not has_target(WASM32):
            self.skipTest(f"Rust cannot build for it here: rustup target add {WASM32}")
        command = ["node", "--no-warnings", str(HERE / "run.mjs"), str(build(WASM32))]
        _, digests = self.run_program(command)
        self.assertEqual(digests, self.expected)


if __name__ == "__main__":
    unittest.main()
