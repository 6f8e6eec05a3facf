"""The jars for Java: one with the libraries of all platforms, one with the sources, one with the Javadoc, and the pom.

    jar.py FOLDER ARTEFACTS [TARGET…]      FOLDER is the one of release/build

The libraries lie in the jar as `org/birthcase/native/PLATFORM/`, in JNA's words for the platforms. A platform that was not
built is named, and the jar does without. The package needs a 64-bit JVM, so 32-bit libraries stay out. Maven makes the jars,
with the JDK that it finds.
"""
import pathlib
import shutil
import subprocess
import sys
import time

from common import ROOT, TARGETS, licences, moment, version


def lay_out(folder: pathlib.Path, targets: list[str], into: pathlib.Path) -> None:
    """Puts the libraries where the package looks for them, and the licences of what is inside."""
    shutil.rmtree(into, ignore_errors=True)
    for target, (library, _, platform, _) in TARGETS.items():
        if "64" not in target:
            continue
        built = folder / "stage" / target / library
        if target not in targets or not built.is_file():
            print(f"birthcase-{version()}.jar is without {platform}: {target} was not built")
            continue
        place = into / "org/birthcase/native" / platform / ("birthcase.dll" if library.endswith(".dll") else "libbirthcase.so")
        place.parent.mkdir(parents=True)
        shutil.copyfile(built, place)
    if not into.is_dir():
        sys.exit(f"jar.py: {folder}/stage has no library of {', '.join(targets)}: run release/build")
    for name, data in licences(*(target for target in TARGETS if target in targets)).items():
        if name.startswith("licences/"):
            place = into / "META-INF" / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)


def run_maven(natives: pathlib.Path, build: pathlib.Path) -> None:
    stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(moment()))
    subprocess.run(["mvn", "--batch-mode", "--quiet", "--no-transfer-progress", "-f", ROOT / "bindings/java/pom.xml", "package",
                    "-Prelease", "-DskipTests", f"-Dbirthcase.natives={natives}", f"-DbuildDirectory={build}",
                    f"-Dproject.build.outputTimestamp={stamp}"], check=True)


def main() -> None:
    folder, artefacts = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
    targets = sys.argv[3:] or list(TARGETS)
    build = folder / "java"
    shutil.rmtree(build, ignore_errors=True)
    lay_out(folder, targets, build / "natives")
    run_maven(build / "natives", build / "maven")
    for suffix in ("", "-sources", "-javadoc"):
        name = f"birthcase-{version()}{suffix}.jar"
        shutil.copyfile(build / "maven" / name, artefacts / name)
        print(artefacts / name)
    shutil.copyfile(ROOT / "bindings/java/pom.xml", artefacts / f"birthcase-{version()}.pom")


if __name__ == "__main__":
    main()
