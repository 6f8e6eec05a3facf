#!/usr/bin/env python3
"""Checks the workflows and issue forms of .github.

    workflows_test.py ROOT

A workflow may run `./dev`, and what `SETUP` lists, and nothing else: everybody can then run the same at home.
`actionlint` checks the workflows too if it is installed. Without PyYAML the test skips.
"""
import pathlib
import re
import shutil
import subprocess
import sys

SKIPPED = 77
SETUP = [re.compile(pattern) for pattern in (
    r"apt-get update && apt-get install -y --no-install-recommends ca-certificates git",
    r'git config --global --add safe\.directory "\$GITHUB_WORKSPACE"',
    r'gh release create "\$TAG" .+ dist/\*',
)]
FORM_ITEMS = {"markdown", "input", "textarea", "dropdown", "checkboxes"}


def dev_commands(root):
    text = (root / "dev").read_text(encoding="utf-8")
    cases = text[text.rindex("case $command in"):]
    return set(re.findall(r"^  ([a-z-]+)(?: \||\))", cases, re.M))


def check_run(command, known):
    """What is wrong with the command of a step, or nothing."""
    if any(pattern.fullmatch(command.strip()) for pattern in SETUP):
        return None
    called = re.fullmatch(r'\./dev ([a-z-]+)( [\w"#${}.-]+)*', command.strip())
    if not called:
        return f"runs something else than ./dev: {command.strip()}"
    if called[1] in known:
        return None
    return f"./dev has no command '{called[1]}'"


def check_job(name, job, known):
    faults = []
    if "runs-on" not in job:
        faults.append(f"job {name}: no runs-on")
    for number, step in enumerate(job.get("steps", [])):
        if ("run" in step) == ("uses" in step):
            faults.append(f"job {name}, step {number}: needs either `run` or `uses`")
        elif "run" in step:
            fault = check_run(step["run"], known)
            faults += [f"job {name}, step {number}: {fault}"] if fault else []
        elif not re.fullmatch(r"[\w-]+/[\w-]+@v\d+", step["uses"]):
            faults.append(f"job {name}, step {number}: {step['uses']} names no version")
    return faults if job.get("steps") else faults + [f"job {name}: no steps"]


def check_workflow(workflow, known):
    faults = []
    if workflow.get("permissions") != {"contents": "read"}:
        faults.append("`permissions` must be `contents: read`; a job that needs more asks for it itself")
    if not workflow.get(True, workflow.get("on")):  # YAML 1.1 reads the key `on` as true
        faults.append("nothing starts it: `on` is missing")
    for name, job in workflow.get("jobs", {}).items():
        faults += check_job(name, job, known)
    return faults if workflow.get("jobs") else faults + ["no jobs"]


def check_form(form):
    faults = [f"`{key}` is missing" for key in ("name", "description", "body") if not form.get(key)]
    ids = [item["id"] for item in form.get("body", []) if "id" in item]
    faults += [f"the id {name} occurs twice" for name in set(ids) if ids.count(name) > 1]
    for number, item in enumerate(form.get("body", [])):
        if item.get("type") not in FORM_ITEMS:
            faults.append(f"item {number}: there is no type {item.get('type')}")
        wanted = "value" if item.get("type") == "markdown" else "label"
        if not item.get("attributes", {}).get(wanted):
            faults.append(f"item {number}: `attributes.{wanted}` is missing")
    return faults


def actionlint(files):
    program = shutil.which("actionlint")
    if program is None:
        print("actionlint is not installed: the workflows were checked without it")
        return []
    run = subprocess.run([program, "-no-color", *files], capture_output=True, text=True, check=False)
    return [run.stdout + run.stderr] if run.returncode else []


def main():
    try:
        import yaml
    except ImportError:
        print("skipped: PyYAML is not installed (Debian package python3-yaml)")
        return SKIPPED
    root = pathlib.Path(sys.argv[1])
    workflows = sorted((root / ".github/workflows").glob("*.yml"))
    forms = sorted(file for file in (root / ".github/ISSUE_TEMPLATE").glob("*.yml") if file.name != "config.yml")
    known = dev_commands(root)
    faults = actionlint(workflows)
    for files, check in ((workflows, lambda read: check_workflow(read, known)), (forms, check_form)):
        faults += [] if files else ["no files to check"]
        for file in files:
            read = yaml.safe_load(file.read_text(encoding="utf-8"))
            faults += [f"{file.relative_to(root)}: {fault}" for fault in check(read)]
    print(f"{len(workflows)} workflows, {len(forms)} issue forms, {len(faults)} faults")
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
