"""What the makers of artefacts have in common: the version, the targets, and archives that come out the same every time."""
import gzip
import io
import os
import pathlib
import re
import tarfile
import time
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]

# A target of release/toolchains: what its shared library is called, the wheel's tag, JNA's and .NET's word for the platform.
TARGETS = {
    "linux-x86_64": ("lib/libbirthcase.so.1", "manylinux_2_17_x86_64.manylinux2014_x86_64", "linux-x86-64", "linux-x64"),
    "linux-aarch64": ("lib/libbirthcase.so.1", "manylinux_2_17_aarch64.manylinux2014_aarch64", "linux-aarch64", "linux-arm64"),
    "windows-x86_64": ("bin/birthcase.dll", "win_amd64", "win32-x86-64", "win-x64"),
    "windows-i686": ("bin/birthcase.dll", "win32", "win32-x86", "win-x86"),
}

# Whose C and C++ runtimes are inside: folders of release/licences.
RUNTIMES = {"linux": ["linux"], "static": ["linux", "static"], "windows": ["windows"]}


def version() -> str:
    """The one version: the project's in CMakeLists.txt."""
    return re.search(r"project\(birthcase VERSION ([0-9.]+)", (ROOT / "CMakeLists.txt").read_text()).group(1)


def other_versions() -> dict[str, str]:
    """The same version where another tool needs it written down."""
    pom = (ROOT / "bindings/java/pom.xml").read_text()
    project = (ROOT / "bindings/python/pyproject.toml").read_text()
    return {
        "bindings/java/pom.xml": re.search(r"<artifactId>birthcase</artifactId>\s*<version>([^<]+)", pom).group(1),
        "bindings/python/pyproject.toml": re.search(r'^version = "([^"]+)"', project, re.M).group(1),
    }


def moment() -> int:
    """The time that files in archives have: SOURCE_DATE_EPOCH, or 2019-01-01."""
    return int(os.environ.get("SOURCE_DATE_EPOCH", "1546300800"))


def licences(*targets: str) -> dict[str, bytes]:
    """The licences of the project and of what is inside the targets' libraries and programs, by the name of a file."""
    found = {name: (ROOT / name).read_bytes() for name in ("LICENSE", "NOTICE")}
    folder = ROOT / "release/licences"
    runtimes = sorted({runtime for target in targets for runtime in RUNTIMES[target.partition("-")[0]]})
    folders = [folder, *(folder / runtime for runtime in runtimes)]
    for path in sorted(path for each in folders for path in each.iterdir() if path.is_file()):
        found[f"licences/{path.name}"] = path.read_bytes()
    return found


def tree_of(stage: pathlib.Path) -> dict[str, pathlib.Path]:
    """The files and links below a folder, by name, in order."""
    paths = sorted(path for path in stage.rglob("*") if path.is_symlink() or path.is_file())
    return {path.relative_to(stage).as_posix(): path for path in paths}


def write_tar(archive_file: pathlib.Path, top: str, target: str, stage: pathlib.Path) -> None:
    """What was installed for a target and the licences as .tar.gz, below one folder `top`."""
    with open(archive_file, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=moment()) as packed:
        with tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as archive:
            for name, path in tree_of(stage).items():
                _add(archive, f"{top}/{name}", path)
            if target.startswith("static"):
                _add(archive, f"{top}/Dockerfile", ROOT / "release/Dockerfile")
            for name, data in licences(target).items():
                _add(archive, f"{top}/share/doc/birthcase/{name}", data)


def _add(archive: tarfile.TarFile, name: str, what: pathlib.Path | bytes) -> None:
    entry = tarfile.TarInfo(name)
    entry.mtime = moment()
    if isinstance(what, pathlib.Path) and what.is_symlink():
        entry.type, entry.linkname = tarfile.SYMTYPE, os.readlink(what)
        archive.addfile(entry)
        return
    data = what if isinstance(what, bytes) else what.read_bytes()
    entry.size = len(data)
    entry.mode = 0o755 if isinstance(what, pathlib.Path) and os.access(what, os.X_OK) else 0o644
    archive.addfile(entry, io.BytesIO(data))


def write_zip(target: pathlib.Path, files: dict[str, bytes]) -> None:
    """Files by name, in the order given. A library or program may be run."""
    stamp = time.gmtime(max(moment(), 315532800))[:6]
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            runs = name.endswith((".so", ".dll", ".exe")) or ".so." in name
            entry.external_attr = (0o100755 if runs else 0o100644) << 16
            archive.writestr(entry, data, compresslevel=9)
