"""header.py INCLUDE WORK: birthcase.h compiles alone, in every standard, without a warning."""
import pathlib
import shutil
import sys

import stranger

STANDARDS = {"c": ["c99", "c11", "c17"], "c++": ["c++11", "c++17", "c++20"]}
COMPILERS = {"c": ["gcc", "clang"], "c++": ["g++", "clang++"]}


def main():
    include, work = sys.argv[1:]
    folder = stranger.fresh(work)
    (folder / "alone.c").write_text("#include <birthcase.h>\n#include <birthcase.h>\nint main(void) { return 0; }\n")
    compiled = 0
    for language, standards in STANDARDS.items():
        for compiler in filter(shutil.which, COMPILERS[language]):
            for standard in standards:
                stranger.run(compiler, "-x", language, f"-std={standard}", "-pedantic", "-Wall", "-Wextra", "-Werror",
                             "-I", pathlib.Path(include), "-fsyntax-only", folder / "alone.c")
                compiled += 1
    print(f"{compiled} times without a warning")
    return 0 if compiled >= 6 else 1


if __name__ == "__main__":
    sys.exit(main())
