"""pkg_config.py LIBRARIES WORK EXAMPLE.c: pkg-config and a C compiler suffice, for the shared library and for the archive.

LIBRARIES is the folder of libraries of the installed package.
"""
import pathlib
import sys

import stranger


def build_and_run(libraries, work, example, package="birthcase", **environment):
    """Builds with the flags of a package in this folder of libraries and runs what comes out."""
    folder = stranger.fresh(work, example)
    where = {"PKG_CONFIG_PATH": str(pathlib.Path(libraries) / "pkgconfig")}
    version = stranger.run("pkg-config", "--modversion", package, **where)
    flags = stranger.run("pkg-config", "--cflags", "--libs", package, **where).split()
    stranger.run("cc", pathlib.Path(example).name, *flags, "-o", "bring", folder=folder)
    stranger.expect(stranger.run(folder / "bring", **environment))
    return version.strip()


def needs_no_shared_library(program):
    """Ends the test if a program looks for libbirthcase.so."""
    if "libbirthcase" in stranger.run("ldd", program):
        sys.exit(f"{program} still needs the shared library")


def main():
    libraries, work, example = sys.argv[1:]
    work = pathlib.Path(work)
    # Without LD_LIBRARY_PATH: a program finds the library of the prefix that it was built with.
    build_and_run(libraries, work / "shared", example)
    build_and_run(libraries, work / "static", example, "birthcase-static")
    needs_no_shared_library(work / "static" / "bring")


if __name__ == "__main__":
    main()
