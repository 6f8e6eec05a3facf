#!/usr/bin/env python3
"""Lists that are longer than a page, from the command line: whole, in their order, as JSON and as text.

    pages_test.py BIRTHCASE EXAMPLE

The rows are laid beside those of one case, in the file itself: to accept thousands of cases would take long.
"""

import json
import os
import sqlite3
import subprocess
import sys
import tempfile

MORE = 2500  # more than two pages


def main():
    program, example = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "births.db")

        def ask(*arguments, status=0):
            done = subprocess.run([program, "case", *arguments, "--store", file, "--lang", "en"], capture_output=True, text=True)
            assert done.returncode == status, (arguments, done.returncode, done.stderr)
            return done.stdout

        at = ["--now", "2019-04-29T09:15"]
        ask("open", "wl-1", example, "--by", "window-1", *at)
        ask("accept", "wl-1", "--by", "window-1", *at)
        due = ["due", "--within", "30", "--limit", "1000000", *at]
        before = json.loads(ask(*due, "--json"))
        assert before, "nothing is due"
        lay_beside(file)

        listed = json.loads(ask("list", "--json"))
        ids = [each["case"] for each in listed]
        assert len(ids) == MORE + 1 and ids == sorted(set(ids)), len(ids)
        assert json.loads(ask("list", "--pretty")) == listed
        assert ask("list", "--pretty") == json.dumps(listed, indent=2, ensure_ascii=False) + "\n"
        text = ask("list")
        assert all(f"{each} " in text for each in ids) and f"cases: {MORE + 1}" in text

        after = json.loads(ask(*due, "--json"))
        assert len(after) == MORE + len(before), len(after)
        assert [each["due"] for each in after] == sorted(each["due"] for each in after)
        assert json.loads(ask(*due, "--pretty")) == after
        few = [*due, "--json"]
        few[few.index("1000000")] = "1500"
        assert json.loads(ask(*few)) == after[:1500]
        assert ask(*due).count("wl-1") == len(after)
    print(f"{MORE} more cases and deadlines, all of them listed")


def lay_beside(file):
    """Cases without events, for the list; and deadlines of the one that has some, for what is due."""
    database = sqlite3.connect(file)
    numbers = f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {MORE})"
    database.execute(f"{numbers} INSERT INTO cases SELECT 'x-' || i, profile, status, version, changed_at, head, version"
                     " FROM n, cases")
    database.execute(f"{numbers} INSERT INTO deadlines SELECT case_id, place + 100 + i, what, id, due, ends, standing"
                     " FROM n, (SELECT * FROM deadlines WHERE place = (SELECT min(place) FROM deadlines))")
    database.commit()
    database.close()


main()
