"""pkg_config.py LIBRARIES WORK EXAMPLE.c: pkg-config and a C compiler suffice.

LIBRARIES is the folder of libraries of the installed package.
"""
import pathlib
import sys

import stranger


def build_and_run(libraries, work, example):
    """Builds with the flags of the package in this folder of libraries and runs what comes out."""
    folder = stranger.fresh(work, example)
    where = {"PKG_CONFIG_PATH": str(pathlib.Path(libraries) / "pkgconfig")}
    version = stranger.run("pkg-config", "--modversion", "birthcase", **where)
    flags = stranger.run("pkg-config", "--cflags", "--libs", "birthcase", **where).split()
    stranger.run("cc", pathlib.Path(example).name, *flags, "-o", "bring", folder=folder)
    stranger.expect(stranger.run(folder / "bring", LD_LIBRARY_PATH=str(libraries)))
    return version.strip()


if __name__ == "__main__":
    build_and_run(*sys.argv[1:])
