"""fields_test.py BIRTHCASE PAGE [--write]: docs/fields.md is what `birthcase fields` says of the base profile.

--write puts what is said today into the page.
"""
import difflib
import pathlib
import subprocess
import sys


def main():
    program, page = sys.argv[1], pathlib.Path(sys.argv[2])
    said = subprocess.run([program, "fields", "--profile", "base", "--format", "markdown", "--lang", "en"],
                          check=True, capture_output=True).stdout.decode("utf-8")
    if "--write" in sys.argv:
        page.write_text(said, encoding="utf-8")
        return 0
    written = page.read_text(encoding="utf-8")
    if written == said:
        return 0
    sys.stdout.writelines(difflib.unified_diff(written.splitlines(True), said.splitlines(True), str(page), "said today"))
    print(f"\nThe page is not what the command says; put that into it: python3 {sys.argv[0]} {program} {page} --write")
    return 1


if __name__ == "__main__":
    sys.exit(main())
