#!/usr/bin/env python3
"""Runs programs with the two jars on a plain class path, outside the source tree, as an integrator would.

    class_path_test.py SOURCE_DIR PACKAGE_DIR STAGE_LIB_DIR
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile

SOURCE, PACKAGE, STAGE = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
OUTPUT = re.compile(r"<!-- output of (\S+) -->\n+```text\n(.*?)```", re.S)


def the_jar(pattern):
    jars = sorted(PACKAGE.glob(pattern))
    assert len(jars) == 1, f"{pattern} in {PACKAGE}: {jars}"
    return jars[0]


def documented_output(program):
    """What docs/java.md says that a program prints."""
    outputs = dict(OUTPUT.findall((SOURCE / "docs/java.md").read_text(encoding="utf-8")))
    return outputs[program]


class ClassPathTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = pathlib.Path(tempfile.mkdtemp(prefix="birthcase-java-"))
        cls.addClassCleanup(shutil.rmtree, cls.place)
        cls.birthcase = shutil.copy(the_jar("birthcase-*.jar"), cls.place)
        cls.jna = shutil.copy(the_jar("jna-*.jar"), cls.place)
        cls.classes = cls.place / "classes"
        sources = [*SOURCE.glob("examples/java/*.java"), SOURCE / "tests/java/WebApplications.java"]
        subprocess.run(["javac", "-encoding", "UTF-8", "--release", "8", "-Xlint:all,-options", "-Werror",
                        "-cp", f"{cls.birthcase}:{cls.jna}", "-d", cls.classes, *sources], check=True)

    def setUp(self):
        self.tmp = self.place / "tmp"
        shutil.rmtree(self.tmp, ignore_errors=True)
        self.tmp.mkdir()

    def run_java(self, *arguments, jars=None, properties=(), before=(), **environment):
        """Runs java in an environment that says nothing about locale and libraries."""
        class_path = ":".join(map(str, [*(jars or (self.birthcase, self.jna)), self.classes]))
        clean = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "LC_ALL": "C", **environment}
        return subprocess.run([*before, "java", f"-Djava.io.tmpdir={self.tmp}", *properties, "-cp", class_path,
                               *arguments], cwd=self.place, env=clean, capture_output=True, check=False)

    def printed(self, *arguments, **options):
        run = self.run_java(*arguments, **options)
        self.assertEqual(run.returncode, 0, run.stderr.decode("utf-8", "replace"))
        return run.stdout.decode("utf-8")

    def error(self, *arguments, **options):
        run = self.run_java(*arguments, **options)
        self.assertNotEqual(run.returncode, 0)
        return run.stderr.decode("utf-8", "replace")

    def jar_without_library(self):
        """The package without the native library in it."""
        slim = self.place / "slim.jar"
        with zipfile.ZipFile(self.birthcase) as full, zipfile.ZipFile(slim, "w") as copy:
            for name in full.namelist():
                if not name.endswith(".so"):
                    copy.writestr(name, full.read(name))
        return slim

    def test_java_8_can_read_every_class(self):
        with zipfile.ZipFile(self.birthcase) as jar:
            majors = {jar.read(name)[7] for name in jar.namelist() if name.endswith(".class")}
        self.assertEqual(majors, {52})

    def test_bring_prints_its_three_lines(self):
        self.assertEqual(self.printed("Bring"), "居民身份证\n居民身份证\n结婚证\n")

    def test_every_program_prints_what_the_page_says(self):
        for program in "Counter", "WrongInput", "Service":
            with self.subTest(program):
                self.assertEqual(self.printed(program), documented_output(f"examples/java/{program}.java"))

    def test_the_story_prints_what_the_page_says(self):
        told = self.printed("Story", properties=[f"-Dapplications={SOURCE}/examples/applications"])
        self.assertEqual(told, documented_output("examples/java/Story.java"))

    def test_an_old_system_gets_its_plan_in_gb18030(self):
        application = (SOURCE / "examples/applications/yiwu-local.json").read_text(encoding="utf-8")
        (self.tmp / "application.json").write_bytes(application.encode("gb18030"))
        run = self.run_java("OldSystem", str(self.tmp / "application.json"))
        self.assertIn("新生儿出生医学证明申领", run.stdout.decode("gb18030"))

    def test_nothing_is_left_in_the_temporary_directory(self):
        self.printed("Bring")
        left = [path.name for path in self.tmp.iterdir() if not path.name.startswith("hsperfdata")]
        self.assertEqual(left, [])

    def test_a_library_that_is_named_is_used(self):
        jars = (self.jar_without_library(), self.jna)
        for path in STAGE, STAGE / "libbirthcase.so.1":
            self.printed("Bring", jars=jars, properties=[f"-Dbirthcase.library.path={path}"])

    def test_the_systems_library_is_used_where_the_jar_has_none(self):
        jars = (self.jar_without_library(), self.jna)
        self.printed("Bring", jars=jars, LD_LIBRARY_PATH=str(STAGE))
        message = self.error("Bring", jars=jars)
        self.assertIn("this jar has none for this platform", message)
        self.assertIn("the system's libbirthcase.so.1: ", message)
        self.assertIn("-Dbirthcase.library.path=", message)

    def test_without_jna_the_error_says_what_to_add(self):
        self.assertIn("JNA is not on the class path", self.error("Bring", jars=(self.birthcase,)))

    def test_jna_that_cannot_unpack_itself_is_told_with_what_to_do(self):
        file = self.tmp / "file"
        file.touch()
        self.assertIn("-Djna.tmpdir=", self.error("Bring", properties=[f"-Djna.tmpdir={file}/x"]))

    def test_a_temporary_directory_without_execution_is_told_with_what_to_do(self):
        inside = f"mount -t tmpfs -o noexec tmpfs {self.tmp} && exec \"$@\""
        before = ["unshare", "--mount", "--map-root-user", "sh", "-c", inside, "sh"]
        if subprocess.run([*before, "true"], capture_output=True, check=False).returncode != 0:
            self.skipTest("no file system can be mounted noexec here")
        message = self.error("Bring", before=before, properties=[f"-Djna.tmpdir={self.place}"])
        self.assertIn("is on a file system that is mounted noexec", message)
        self.assertIn("-Dbirthcase.tmpdir=", message)
        self.printed("Bring", before=before, properties=[f"-Djna.tmpdir={self.place}",
                                                         f"-Dbirthcase.tmpdir={self.place}"])

    def web_applications(self, whose):
        return self.printed("WebApplications", str(self.classes), self.birthcase, self.jna, whose, jars=[self.place])

    def test_the_package_works_in_each_of_two_web_applications(self):
        self.assertRegex(self.web_applications("own"), "^2 ran, ")

    def test_web_applications_that_share_the_package_can_be_unloaded(self):
        self.assertEqual(self.web_applications("shared"), "2 ran, 0 left\n")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
