"""find_package_own.py PREFIX PROJECT WORK [FILE…] -- PROGRAM PRINTED …: programs of a stranger that use what is installed.

The project is built with these files too, as a CMake project that finds the installed package; then each program prints
what it should.
"""
import pathlib
import sys

import stranger


def build_and_run(prefix, project, work, *others):
    """Builds the stranger's project, and runs its programs."""
    files, printed = others[:others.index("--")], others[others.index("--") + 1:]
    folder = stranger.fresh(work, *pathlib.Path(project).iterdir(), *files)
    build = folder / "build"
    stranger.run("cmake", "-S", folder, "-B", build, "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={prefix}")
    stranger.run("cmake", "--build", build)
    for program, wanted in zip(printed[::2], printed[1::2], strict=True):
        stranger.expect(stranger.run(build / program), wanted + "\n")


if __name__ == "__main__":
    build_and_run(*sys.argv[1:])
