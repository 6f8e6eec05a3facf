"""Writes everything that follows from the description of the C interface in capi/interface.

    python3 capi/generate            writes what has changed
    python3 capi/generate --check    writes nothing; says what is not up to date, and ends with 1 then
    --root FOLDER                    the source tree; that of this file unless told
"""
import argparse
import pathlib
import sys

import outputs
from model import Interface, Mistake


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="capi/generate", description="Writes what follows from capi/interface.")
    parser.add_argument("--check", action="store_true", help="write nothing; say what is not up to date")
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parents[2])
    return parser.parse_args()


def changed(root: pathlib.Path) -> dict:
    """The files that are not as they should be, with their contents."""
    interface = Interface(root / "capi/interface")
    return {path: text for path, text in outputs.files(interface, root).items()
            if not path.exists() or path.read_bytes() != text.encode()}


def main() -> int:
    given = arguments()
    try:
        files = changed(given.root)
    except Mistake as mistake:
        print(f"capi/interface: {mistake}", file=sys.stderr)
        return 1
    for path, text in files.items():
        if not given.check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        print(f"{path.relative_to(given.root)}: {'not up to date' if given.check else 'written'}")
    if given.check and files:
        print("Run ./dev interface and commit what it writes; change capi/interface, never these files.")
    return 1 if given.check and files else 0


if __name__ == "__main__":
    sys.exit(main())
