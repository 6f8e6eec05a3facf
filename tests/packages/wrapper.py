"""wrapper.py INCLUDE LIBRARIES WORK PROGRAM.cpp: the wrapper for C++17 compiles alone and does what it says, with every
compiler that there is, with exceptions and without.
"""
import pathlib
import shutil
import sys

import stranger

FLAGS = ["-std=c++17", "-pedantic-errors", "-Wall", "-Wextra", "-Wconversion", "-Wshadow", "-Werror"]


def main():
    include, libraries, work, program = sys.argv[1:]
    folder = stranger.fresh(work)
    tried = 0
    for compiler in filter(shutil.which, ["g++", "clang++"]):
        for exceptions in ([], ["-fno-exceptions"]):
            name = folder / f"wrapper_{tried}"
            stranger.run(compiler, *FLAGS, *exceptions, "-I", include, program, "-L", libraries, "-lbirthcase", "-o", name)
            print(compiler, *exceptions, stranger.run(name, LD_LIBRARY_PATH=libraries).strip())
            tried += 1
    return 0 if tried >= 2 else 1


if __name__ == "__main__":
    sys.exit(main())
