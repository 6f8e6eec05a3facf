"""The same plan through Python, timed like the other callers.

    plan_document.py APPLICATION.json ROUNDS
"""
import pathlib
import sys
import time

import birthcase


def report(what, rounds, call):
    start = time.perf_counter_ns()
    for _ in range(rounds):
        call()
    print(f"Python/{what} {(time.perf_counter_ns() - start) / rounds:.1f}")


def main():
    text, rounds = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"), int(sys.argv[2])
    yiwu = birthcase.Profile.built_in("yiwu")
    application = birthcase.Application.parse(yiwu, text)
    report("document", rounds, lambda: birthcase.plan_document(yiwu, text))
    report("call", rounds * 10, lambda: application.newborn_count)


if __name__ == "__main__":
    main()
