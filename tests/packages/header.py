"""header.py INCLUDE WORK HEADER…: each header of C compiles alone, in every standard, without a warning."""
import pathlib
import shutil
import sys

import stranger

STANDARDS = {"c": ["c99", "c11", "c17"], "c++": ["c++11", "c++17", "c++20"]}
COMPILERS = {"c": ["gcc", "clang"], "c++": ["g++", "clang++"]}


def main():
    include, work, *headers = sys.argv[1:]
    folder = stranger.fresh(work)
    compiled = sum(compile_alone(pathlib.Path(include), header, folder) for header in headers)
    print(f"{compiled} times without a warning")
    return 0 if headers and compiled >= 6 * len(headers) else 1


def compile_alone(include, header, folder):
    """How many compilers and standards took a header."""
    alone = folder / f"{pathlib.Path(header).stem}.c"
    alone.write_text(f"#include <{header}>\n#include <{header}>\nint main(void) {{ return 0; }}\n")
    compiled = 0
    for language, standards in STANDARDS.items():
        for compiler in filter(shutil.which, COMPILERS[language]):
            for standard in standards:
                stranger.run(compiler, "-x", language, f"-std={standard}", "-pedantic", "-Wall", "-Wextra", "-Werror",
                             "-I", include, "-fsyntax-only", alone)
                compiled += 1
    return compiled


if __name__ == "__main__":
    sys.exit(main())
