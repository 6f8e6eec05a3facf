"""deb.py BUILD PROJECT WORK EXAMPLE.c [hardened]: the Debian package holds what a C program needs, and says what it needs itself.

It is unpacked into a folder of its own. PROJECT has the CMakeLists.txt of a C program.
"""
import pathlib
import sys

import find_package
import hardening
import pkg_config
import stranger


def main():
    build, project, work, example, *options = sys.argv[1:]
    folder = stranger.fresh(work)
    stranger.run("cpack", "-G", "DEB", "--config", pathlib.Path(build) / "CPackConfig.cmake", "-B", folder)
    (package,) = folder.glob("*.deb")
    root = folder / "root"
    stranger.run("dpkg-deb", "--extract", package, root)
    print(stranger.run("dpkg-deb", "--info", package))

    needs = stranger.run("dpkg-deb", "--field", package, "Depends")
    for library in ("libc6", "libicu", "libssl3", "libstdc++6"):
        if library not in needs:
            sys.exit(f"the package does not say that it needs {library}: {needs}")
    (description,) = root.glob("usr/lib/**/pkgconfig/birthcase.pc")
    version = pkg_config.build_and_run(description.parent.parent, folder / "pkg-config", example,
                                      LD_LIBRARY_PATH=str(description.parent.parent))
    find_package.build_and_run(root / "usr", project, folder / "find-package", example)
    printed = stranger.run(root / "usr/bin/birthcase", "--version")
    if "hardened" in options:
        (library,) = (file for file in root.glob("usr/lib/**/libbirthcase.so.*") if not file.is_symlink())
        faults = hardening.faults_of(library) + hardening.faults_of(root / "usr/bin/birthcase")
        if faults:
            sys.exit("\n".join(faults))
    stranger.expect(printed.split()[-1], version)


if __name__ == "__main__":
    main()
