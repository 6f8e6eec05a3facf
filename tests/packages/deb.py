"""deb.py BUILD PROJECT WORK EXAMPLE.c EXAMPLE.py [hardened]: each Debian package holds its part, and says what it needs.

They are unpacked into one folder, where a C program is built and the command and the Python package run. PROJECT has the
CMakeLists.txt of a C program.
"""
import pathlib
import sys

import find_package
import hardening
import pkg_config
import stranger

# Each package: what it needs, and a file that it alone has.
PACKAGES = {
    "libbirthcase1": (("libc6", "libicu", "libssl3", "libstdc++6"), "usr/lib/**/libbirthcase.so.1"),
    "libbirthcase-dev": (("libbirthcase1 (= ",), "usr/include/birthcase.h"),
    "birthcase": (("libc6", "libicu", "libssl3", "libstdc++6"), "usr/bin/birthcase"),
    "python3-birthcase": (("libbirthcase1 (= ", "python3"), "usr/lib/python3/dist-packages/birthcase/__init__.py"),
}


def unpack(package, folder, root):
    """Unpacks one package; ends the test if it lacks its file, its papers, or the names of what it needs."""
    name = stranger.run("dpkg-deb", "--field", package, "Package").strip()
    needed, own = PACKAGES[name]
    alone = folder / name
    stranger.run("dpkg-deb", "--extract", package, alone)
    stranger.run("dpkg-deb", "--extract", package, root)
    needs = stranger.run("dpkg-deb", "--field", package, "Depends")
    faults = [f"does not say that it needs {each}: {needs}" for each in needed if each not in needs]
    faults += [f"has no {file}" for file in (own, f"usr/share/doc/{name}/copyright", f"usr/share/doc/{name}/changelog.gz")
               if not list(alone.glob(file))]
    faults += [f"has {file}, which belongs to {other}" for other, (_, file) in PACKAGES.items()
               if other != name and list(alone.glob(file))]
    if faults:
        sys.exit("\n".join(f"{name} {fault}" for fault in faults))
    return name


def main():
    build, project, work, example, python_example, *options = sys.argv[1:]
    folder = stranger.fresh(work)
    stranger.run("cpack", "-G", "DEB", "--config", pathlib.Path(build) / "CPackConfig.cmake", "-B", folder)
    packages = sorted(folder.glob("*.deb"))
    root = folder / "root"
    stranger.expect(sorted(unpack(package, folder, root) for package in packages), sorted(PACKAGES))

    (description,) = root.glob("usr/lib/**/pkgconfig/birthcase.pc")
    libraries = {"LD_LIBRARY_PATH": str(description.parent.parent)}
    version = pkg_config.build_and_run(description.parent.parent, folder / "pkg-config", example, **libraries)
    find_package.build_and_run(root / "usr", project, folder / "find-package", example)
    printed = stranger.run(root / "usr/bin/birthcase", "--version")
    stranger.expect(printed.split()[-1], version)
    python = {"PYTHONPATH": str(root / "usr/lib/python3/dist-packages"), "PYTHONDONTWRITEBYTECODE": "1", **libraries}
    stranger.expect(stranger.run(sys.executable, python_example, **python))
    if "hardened" in options:
        (library,) = (file for file in root.glob("usr/lib/**/libbirthcase.so.*") if not file.is_symlink())
        faults = hardening.faults_of(library) + hardening.faults_of(root / "usr/bin/birthcase")
        if faults:
            sys.exit("\n".join(faults))


if __name__ == "__main__":
    main()
