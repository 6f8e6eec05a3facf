#!/usr/bin/env python3
"""Checks the makers of release artefacts with a made-up installation in place of a built one.

    release_test.py ROOT WORK VERSION

The same files have to give the same bytes whenever they were written, every archive has to carry the licences of what is
inside, and a wheel has to list its files. A library that asks for a late C library, and another version, must be refused.
"""
import base64
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tarfile
import zipfile

EARLY, LATE = b"GLIBC_2.2.5 GLIBC_2.17", b"GLIBC_2.2.5 GLIBC_2.34"
INSIDE = {"linux-x86_64": {"LLVM", "zig"}, "static-x86_64": {"LLVM", "zig", "musl"}, "windows-x86_64": {"MinGW-w64", "GCC-runtime"}}
ALWAYS = {"LICENSE", "NOTICE", "Boost", "CLI11", "fmt", "ICU", "libsodium", "SQLite"}
FAULTS = []


def expect(fine, fault):
    if not fine:
        FAULTS.append(fault)


def run(root, script, *arguments):
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1560000000"}
    return subprocess.run([sys.executable, "-B", root / "release/artefacts" / script, *map(str, arguments)], env=environment,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)


def made_up(folder, library, moment):
    """What a target could have installed, written at some moment."""
    files = {"bin/birthcase": b"program", "bin/birthcase.dll": b"library", "lib/libbirthcase.so.1.0": library, "include/birthcase.h": b""}
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        os.utime(path, (moment, moment))
    (folder / "bin/birthcase").chmod(0o755)
    (folder / "lib/libbirthcase.so.1").symlink_to("libbirthcase.so.1.0")
    return folder


def make(root, work, number):
    """All artefacts of the made-up installation, in a folder of their own."""
    out = work / f"artefacts-{number}"
    out.mkdir(parents=True)
    for target in INSIDE:
        stage = made_up(work / f"folder-{number}/stage" / target, EARLY, 1_500_000_000 + number)
        for script in ("archive.py",) if target.startswith("static") else ("archive.py", "wheel.py"):
            made = run(root, script, target, stage, out)
            expect(made.returncode == 0, f"{script} {target}: {made.stdout}")
    made = run(root, "sbom.py", out)
    expect(made.returncode == 0, f"sbom.py: {made.stdout}")
    return {path.name: path for path in out.iterdir()}


def names_in(path):
    if path.name.endswith(".tar.gz"):
        with tarfile.open(path) as archive:
            return archive.getnames()
    with zipfile.ZipFile(path) as archive:
        return archive.namelist()


def check_licences(artefacts):
    for name, path in artefacts.items():
        for target, runtimes in INSIDE.items():
            wheel = {"linux-x86_64": "manylinux", "windows-x86_64": "win_amd64"}.get(target, target)
            if target in name or wheel in name:
                missing = (ALWAYS | runtimes) - {pathlib.PurePath(each).name for each in names_in(path)}
                expect(not missing, f"{name} lacks the licences {sorted(missing)}")


def check_packages(root, work):
    """The jar and the package for .NET have the licences of all their platforms; `debian` is a target and no platform."""
    targets = [*INSIDE, "debian"]
    wanted = ALWAYS | INSIDE["linux-x86_64"] | INSIDE["windows-x86_64"]
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(root / "release/artefacts"))
    import jar  # without Maven, which is slow
    jar.lay_out(work / "folder-1", targets, work / "natives")
    missing = wanted - {"LICENSE", "NOTICE"} - {path.name for path in (work / "natives").rglob("*")}
    expect(not missing, f"the jar lacks the licences {sorted(missing)}")
    if not shutil.which("mcs"):
        print("skipped: the package for .NET was not made: there is no mcs (Debian: mono-mcs)")
        return
    made = run(root, "nupkg.py", work / "folder-1", work, *targets)
    expect(made.returncode == 0, f"nupkg.py: {made.stdout}")
    for package in work.glob("*.nupkg"):
        missing = wanted - {pathlib.PurePath(each).name for each in names_in(package)}
        expect(not missing, f"{package.name} lacks the licences {sorted(missing)}")


def check_archive(path):
    with tarfile.open(path) as archive:
        by_name = {pathlib.PurePath(entry.name).name: entry for entry in archive.getmembers()}
    expect(by_name["birthcase"].mode == 0o755, f"{path.name}: the program cannot be run")
    expect(by_name["libbirthcase.so.1"].issym(), f"{path.name}: libbirthcase.so.1 is no link")
    expect({entry.mtime for entry in by_name.values()} == {1560000000}, f"{path.name}: not of SOURCE_DATE_EPOCH")


def check_wheel(path):
    with zipfile.ZipFile(path) as wheel:
        (record,) = (name for name in wheel.namelist() if name.endswith("/RECORD"))
        rows = [row.rsplit(",", 2) for row in wheel.read(record).decode().splitlines()]
        expect({row[0] for row in rows} == set(wheel.namelist()), f"{path.name}: RECORD does not list its files")
        for name, digest, _ in rows:
            found = base64.urlsafe_b64encode(hashlib.sha256(wheel.read(name)).digest()).rstrip(b"=").decode()
            expect(name == record or digest == f"sha256={found}", f"{path.name}: another digest of {name}")


def check_parts(path, artefacts):
    parts = json.loads(path.read_text(encoding="utf-8"))["components"]
    libraries = [part for part in parts if part["type"] == "library"]
    named = {part["name"] for part in libraries}
    wanted = {"icu", "sqlite3", "libsodium", "boost", "fmt", "CLI11", "libcxx", "musl", "libstdc++", "mingw-w64"}
    expect(wanted <= named, f"{path.name} does not name {sorted(wanted - named)}")
    expect(all(part["licenses"] for part in libraries), f"{path.name}: a part without a licence")
    files = {part["name"]: part["hashes"][0]["content"] for part in parts if part["type"] == "file"}
    there = {name: hashlib.sha256(file.read_bytes()).hexdigest() for name, file in artefacts.items() if file != path}
    expect(files == there, f"{path.name} lists other files than there are")


def check_refusals(root, work, version):
    late = made_up(work / "late", LATE, 0)
    refused = run(root, "wheel.py", "linux-x86_64", late, work)
    expect(refused.returncode != 0 and "2.34" in refused.stdout, "a wheel was made of a library that asks for the C library 2.34")
    accepted = run(root, "check_version.py", version)
    expect(accepted.returncode == 0, f"the project's own version is refused: {accepted.stdout}")
    refused = run(root, "check_version.py", "99.0.0")
    expect(refused.returncode != 0 and "99.0.0" in refused.stdout, "another version was accepted")


def main():
    root, work = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    shutil.rmtree(work, ignore_errors=True)
    first, second = make(root, work, 1), make(root, work, 2)
    expect(len(first) == 6 and first.keys() == second.keys(), f"other artefacts than expected: {sorted(first)}")
    for name in first.keys() & second.keys():
        expect(first[name].read_bytes() == second[name].read_bytes(), f"{name} has other bytes the second time")
    check_licences(first)
    for name, path in first.items():
        if name.endswith(".tar.gz"):
            check_archive(path)
        elif name.endswith(".whl"):
            check_wheel(path)
        elif name.endswith(".json"):
            check_parts(path, first)
    check_packages(root, work)
    check_refusals(root, work, sys.argv[3])
    print(f"{len(first)} artefacts, {len(FAULTS)} faults")
    print("\n".join(FAULTS))
    return 1 if FAULTS else 0


if __name__ == "__main__":
    sys.exit(main())
