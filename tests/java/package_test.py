#!/usr/bin/env python3
"""Builds and tests the Java package, and with it the examples as a project of somebody else's that depends on it.

    package_test.py SOURCE_DIR BUILD_DIR NATIVE_LIBRARY COMMAND_LINE    (COMMAND_LINE may be empty)

Everything is written to BUILD_DIR: `package/` with the two jars of the class path, and `reactor/`, a project over both,
so that the examples find the package without its being installed in the user's local repository.
"""
import os
import pathlib
import shutil
import subprocess
import sys

REACTOR = """<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.birthcase</groupId>
  <artifactId>reactor</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <modules>
    <module>{package}</module>
    <module>examples</module>
  </modules>
</project>
"""


def main():
    source, build, native = (pathlib.Path(argument) for argument in sys.argv[1:4])
    command_line = sys.argv[4]
    reactor = build / "reactor"
    shutil.rmtree(reactor, ignore_errors=True)
    shutil.copytree(source / "examples/java", reactor / "examples")
    package = os.path.relpath(source / "bindings/java", reactor)
    (reactor / "pom.xml").write_text(REACTOR.format(package=package), encoding="utf-8")
    maven = shutil.which("mvn")
    if maven is None or shutil.which("javac") is None:
        sys.exit("Needed: Maven and a JDK of version 9 or later; on Debian maven and openjdk-17-jdk-headless")
    run = subprocess.run([maven, "--batch-mode", "--no-transfer-progress", "-f", reactor / "pom.xml", "package",
                          f"-Dbirthcase.native={native}", f"-Dbirthcase.cli={command_line}",
                          f"-DbuildDirectory={build / 'package'}"], check=False)
    return run.returncode


if __name__ == "__main__":
    sys.exit(main())
