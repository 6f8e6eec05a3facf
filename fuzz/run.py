#!/usr/bin/env python3
"""Builds the fuzz targets with clang and runs them.

    run.py build                      the preset `fuzz`, once
    run.py short [TARGET]             ten seconds, from the seeds, always with the same random numbers
    run.py long [TARGET] [SECONDS]    as long as they are told, 600 seconds for each unless said otherwise

`short` and `long` run one target, or all, two at a time.

Everything is written below build/fuzz: what a long run learns (corpus/TARGET), what broke a promise (crashes/TARGET),
the logs. An input that broke something belongs, once mended, in fuzz/regressions/TARGET, named by what it was.
"""

import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parent.parent
BUILD = pathlib.Path(os.environ.get("BIRTHCASE_FUZZ_BUILD", SOURCE / "build/fuzz"))
LONGEST_INPUT = {"application": 8192, "profile": 24576, "expression": 512, "gb18030": 512, "calls": 1024,
                 "case_calls": 512, "values": 1024, "case": 8192, "import": 128, "store_file": 128, "store_calls": 512}
SHORT_SECONDS = 10
SHORT_RUNS = 100_000


def missing():
    """What is not there to build the targets with, or nothing."""
    if shutil.which("clang++") is None:
        return "clang++ is not installed"
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, "empty.cpp")
        source.write_text('extern "C" int LLVMFuzzerTestOneInput(const unsigned char*, unsigned long) { return 0; }\n')
        tried = subprocess.run(["clang++", "-fsanitize=fuzzer,address,undefined", source, "-o", source.with_suffix("")],
                               capture_output=True)
    return None if tried.returncode == 0 else "clang's fuzzing and sanitizer runtime is not installed"


def need_clang():
    lack = missing()
    if lack:
        sys.exit(f"{lack}, so nothing was fuzzed. Debian 12 has it in the packages clang and libclang-rt-14-dev.")


def build():
    need_clang()
    environment = os.environ | {"CCACHE_SLOPPINESS": "pch_defines,time_macros"}
    subprocess.run(["cmake", "--preset", "fuzz", "-B", BUILD], cwd=SOURCE, check=True, env=environment)
    subprocess.run(["cmake", "--build", BUILD, "-j", "2"], cwd=SOURCE, check=True, env=environment)


def command(target, seconds, *options):
    crashes = BUILD / "crashes" / target
    crashes.mkdir(parents=True, exist_ok=True)
    return [BUILD / f"fuzz/birthcase_fuzz_{target}", f"-max_len={LONGEST_INPUT[target]}",
            f"-dict={BUILD}/fuzz/dictionaries/{target}.dict", f"-artifact_prefix={crashes}/", f"-max_total_time={seconds}",
            "-timeout=20", "-rss_limit_mb=3000", "-print_final_stats=1", *options]


def known_inputs(target):
    regressions = SOURCE / "fuzz/regressions" / target
    return [BUILD / "fuzz/seeds" / target] + ([regressions] if regressions.is_dir() else [])


class Summary:
    """What libFuzzer's log says in the end."""

    def __init__(self, log):
        states = re.findall(r"cov: (\d+) ft: (\d+) corp: (\d+)/", log)
        executed = re.search(r"stat::number_of_executed_units:\s*(\d+)", log)
        self.executed = int(executed.group(1)) if executed else 0
        self.coverage, self.features, self.corpus = map(int, states[-1]) if states else (0, 0, 0)
        self.promise = re.search(r"broken promise: .*|SUMMARY: .*", log)

    def __str__(self):
        return f"{self.executed:>10} {self.coverage:>8} {self.features:>9} {self.corpus:>7}"


def run(target, seconds, *options):
    """The exit code and the log of a run from what is known."""
    done = subprocess.run([*command(target, seconds, *options)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.returncode, done.stdout.decode("utf-8", "replace")


def run_short(target):
    with tempfile.TemporaryDirectory() as learnt:  # so that each run begins at the same place
        return run(target, SHORT_SECONDS, "-seed=1", f"-runs={SHORT_RUNS}", learnt, *known_inputs(target))


def run_long(target, seconds):
    corpus = BUILD / "corpus" / target
    corpus.mkdir(parents=True, exist_ok=True)
    return run(target, seconds, corpus, *known_inputs(target))


def report(target, code, log):
    """Keeps the log, and says in a line what a run came to."""
    (BUILD / f"{target}.log").write_text(log, "utf-8")
    summary = Summary(log)
    said = "" if code == 0 else f"  {summary.promise.group(0) if summary.promise else 'failed'}; see {BUILD}/{target}.log"
    print(f"{target:<12} {summary}{said}", flush=True)
    return code


def each(arguments, run_one):
    """Runs the targets that are named, or all. Is 0 if no input broke a promise."""
    targets = [name for name in arguments if name in LONGEST_INPUT] or list(LONGEST_INPUT)
    build()
    print(f"{'target':<12} {'executed':>10} {'coverage':>8} {'features':>9} {'corpus':>7}", flush=True)
    with concurrent.futures.ThreadPoolExecutor(max_workers=int(os.environ.get("BIRTHCASE_FUZZ_JOBS", 2))) as jobs:
        return max(jobs.map(lambda target: report(target, *run_one(target)), targets))


def main():
    what, *arguments = sys.argv[1:] or ["help"]
    seconds = [int(word) for word in arguments if word.isdigit()]
    known = all(word in LONGEST_INPUT or word.isdigit() for word in arguments)
    if what == "build" and not arguments:
        return build()
    if what == "short" and known and not seconds:
        return each(arguments, run_short)
    if what == "long" and known:
        return each(arguments, lambda target: run_long(target, seconds[0] if seconds else 600))
    sys.exit(f"{__doc__}\nTargets: {', '.join(LONGEST_INPUT)}")


sys.exit(main())
