"""command_line_test.py BIRTHCASE APPLICATION: the command line keeps a case on a server as it does in a file.

The server's database is told by BIRTHCASE_TEST_STORE and is empty.
"""
import os
import pathlib
import subprocess
import sys
import tempfile

LOOKS = (
    ("show", "wl-1", "--json", "--now", "2019-04-29T12:00"),
    ("events", "wl-1", "--json"),
    ("list", "--json"),
    ("due", "--within", "30", "--json", "--now", "2019-04-29T12:00"),
    ("verify", "--json"),
    ("export", "wl-1"),
    ("anchor", "--now", "2019-04-29T12:00"),
)


class Store:
    def __init__(self, program, location):
        self._program = program
        self._location = str(location)

    def run(self, *arguments, given=""):
        done = subprocess.run(
            [self._program, "case", *arguments, "--store", self._location], input=given, capture_output=True, text=True
        )
        if done.returncode != 0:
            sys.exit(f"{arguments[0]}: {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def change(self, *arguments):
        return self.run(*arguments, "--by", "window-1", "--now", "2019-04-29T09:10")


def compare(program, application, server):
    with tempfile.TemporaryDirectory() as folder:
        here = Store(program, pathlib.Path(folder, "births.db"))
        there = Store(program, server)
        here.change("open", "wl-1", application)
        here.change("accept", "wl-1")
        here.change("dispatch", "wl-1")
        there.run("import", "-", given=here.run("export", "wl-1"))
        for look in LOOKS:
            if here.run(*look) != there.run(*look):
                sys.exit(f"another answer on the server: {' '.join(look)}")
    there.change("open", "wl-2", application)


if __name__ == "__main__":
    compare(sys.argv[1], sys.argv[2], os.environ["BIRTHCASE_TEST_STORE"])
