"""Says what is going on, how long it took, and why it failed."""

import signal
import sys
import time
from contextlib import contextmanager


class Failure(Exception):
    """Something the user can act on: the message says what is wrong and what would be right."""


@contextmanager
def step(title: str):
    """Announces a step and prints its time at the end; `note` of the yielded function is appended."""
    started = time.monotonic()
    notes: list[str] = []
    print(f"· {title} …", flush=True)
    try:
        yield notes.append
    except BaseException:
        print(f"✗ {title} ({time.monotonic() - started:.1f} s)", flush=True)
        raise
    note = f": {', '.join(notes)}" if notes else ""
    print(f"✓ {title}{note} ({time.monotonic() - started:.1f} s)", flush=True)


def stop_on_signals() -> None:
    """Both signals that ask for an end become KeyboardInterrupt, so that every `finally` runs."""

    def interrupt(_signal, _frame) -> None:
        raise KeyboardInterrupt

    # SIGINT too: a shell starts its background jobs with it ignored.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, interrupt)


def run_main(main) -> None:
    """Runs `main` and turns a Failure into one clear message and exit code 1."""
    try:
        sys.exit(main())
    except Failure as failure:
        print(f"\nerror: {failure}", file=sys.stderr, flush=True)
        sys.exit(1)
    except KeyboardInterrupt:
        print("\nstopped", file=sys.stderr, flush=True)
        sys.exit(130)
