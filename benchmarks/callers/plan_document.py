"""The same plan through Python, timed like the other callers.

    plan_document.py APPLICATION.json ROUNDS
"""
import pathlib
import sys
import time

import birthcase


BATCHES = 100


def report(what, rounds, call):
    """Prints the nanoseconds of processor time that one call takes, in the batch that took the least."""
    least = min(batch(rounds // BATCHES, call) for _ in range(BATCHES))
    print(f"Python/{what} {least:.1f}")


def batch(rounds, call):
    start = time.process_time_ns()
    for _ in range(rounds):
        call()
    return (time.process_time_ns() - start) / rounds


def read_documents(plan):
    """Touches what a counter shows of every document."""
    for item in plan.evidence:
        item.type, item.status, item.holder, item.original, item.copies, item.why and item.why.text


def main():
    text, rounds = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"), int(sys.argv[2])
    yiwu = birthcase.Profile.built_in("yiwu")
    application = birthcase.Application.parse(yiwu, text)
    report("document", rounds, lambda: birthcase.plan_document(yiwu, text))
    report("plan", rounds, lambda: birthcase.plan(yiwu, application))
    report("read", rounds, lambda: read_documents(birthcase.plan(yiwu, application)))
    report("call", rounds * 10, lambda: application.newborn_count)


if __name__ == "__main__":
    main()
