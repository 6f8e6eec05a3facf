"""The four counters print the same questions, documents and route; C# and Pascal print them in GB18030.

    counters.py EXAMPLES_BUILD EXPECTED
"""
import pathlib
import subprocess
import sys

COUNTERS = {"example_counter": "utf-8", "example_counter_c": "utf-8", "example_counter_csharp": "gb18030",
            "example_counter_pascal": "gb18030"}


def main():
    folder, expected = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]).read_text(encoding="utf-8")
    faults = 0
    for name, encoding in COUNTERS.items():
        finished = subprocess.run([folder / name], capture_output=True, timeout=60, check=False)
        printed = finished.stdout.decode(encoding, errors="replace")
        same = finished.returncode == 0 and printed == expected
        print(f"{name:24} {encoding:8} {len(finished.stdout):5} bytes, {'as expected' if same else 'not as expected:'}")
        if not same:
            faults += 1
            print(printed + finished.stderr.decode(errors="replace"))
    return faults


if __name__ == "__main__":
    sys.exit(main())
