#!/usr/bin/env python3
"""What planning a table costs beside merely reading and writing the same rows, in one thread and in two.

    frame.py [--rows 20000] [--turns 5]

Needs pyarrow and the package birthcase. The rows are invented births of Yiwu (examples/spark/births.py). A turn reads an
Arrow file of applications from memory and writes one: the same rows, or their plans. Everything takes turns, and the least
of all turns counts: the machine may be busy with other things in between. Processor time hardly depends on that; how
much faster two threads are does, so that it is told for the clock, with what the machine left this process: processor
time by clock time.
"""

import argparse
import pathlib
import sys
import time

import pyarrow as pa
import pyarrow.compute as pc

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "examples" / "spark"))
import births

from birthcase import Profile, frame

ABOUT = ["birth", "city", "origin"]
COUNTS = ("trips", "papers", "sheets", "due")


def families(rows):
    """Births of one city, as many as are asked for: as keys, and as facts."""
    made = births.births(pa.array(range(4 * rows)), 1)
    of_city = pa.Table.from_batches([made]).filter(pc.equal(made["city"], "yiwu")).slice(0, rows).combine_chunks()
    return of_city.select(ABOUT), of_city.drop_columns(ABOUT)


def written(table):
    sink = pa.BufferOutputStream()
    with pa.ipc.new_file(sink, table.schema) as file:
        file.write_table(table)
    return sink.getvalue()


def timed(call):
    clock, processor = time.perf_counter(), time.process_time()
    call()
    return time.perf_counter() - clock, time.process_time() - processor


def ways(profile, keys, facts):
    """What is measured: from an Arrow file in memory to another one."""
    memory = written(keys.append_column("application", frame.applications(profile, facts)))

    def read():
        return pa.ipc.open_file(memory).read_all()

    def planned(columns, threads):
        return lambda: written(frame.plan(profile, read(), columns=columns, threads=threads))

    return {
        "read and write": lambda: written(read()),
        f"{facts.num_columns} columns to applications": lambda: frame.applications(profile, facts),
        "counts, 1 thread": planned(COUNTS, 1),
        "counts, 2 threads": planned(COUNTS, 2),
        "default columns, 1 thread": planned(None, 1),
        "default columns, 2 threads": planned(None, 2),
        "whole plans as JSON, 1 thread": planned(["plan"], 1),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=20000)
    parser.add_argument("--turns", type=int, default=5)
    options = parser.parse_args()
    yiwu = Profile.built_in("yiwu")
    measured = ways(yiwu, *families(options.rows))
    turns = [{name: timed(call) for name, call in measured.items()} for _ in range(options.turns)]
    print(f"{options.rows} rows{'':17}{'us/row':>9}{'processor':>11}{'rows/s':>10}{'processors':>12}")
    for name in measured:
        clock, processor = min(turn[name] for turn in turns)
        of_processor = min(turn[name][1] for turn in turns)
        print(
            f"{name:30}{clock / options.rows * 1e6:7.1f}{of_processor / options.rows * 1e6:11.1f}"
            f"{options.rows / clock:10.0f}{processor / clock:12.2f}"
        )


if __name__ == "__main__":
    main()
