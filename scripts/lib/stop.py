"""`scripts/stop`: stops the platform that `scripts/dev` started; its data stays."""

import emulator
from paths import developer_instance
from progress import run_main


def main() -> int:
    stopped = emulator.stop(developer_instance())
    print("Stint has stopped; ./scripts/dev starts it again with its data." if stopped else "Stint is not running.")
    return 0


if __name__ == "__main__":
    run_main(main)
