"""What a stranger does with a package: copies an example, builds it away from the source tree, runs it."""
import os
import pathlib
import shutil
import subprocess
import sys

BROUGHT = "居民身份证\n居民身份证\n结婚证\n"  # what the examples `bring` print


def fresh(folder, *files):
    """A new folder with copies of these files; what was there before goes."""
    folder = pathlib.Path(folder)
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    for file in files:
        shutil.copy(file, folder)
    return folder


def run(*command, folder=None, **environment):
    """Runs a command and gives its output; a command that fails ends the test with all that it said."""
    words = [str(word) for word in command]
    print("$ " + " ".join(words), flush=True)
    finished = subprocess.run(words, cwd=folder, env={**os.environ, **environment}, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace", check=False)
    if finished.returncode != 0:
        sys.exit(f"{finished.stdout}\nended with {finished.returncode}")
    return finished.stdout


def expect(printed, wanted=BROUGHT):
    """Ends the test if a program printed something else."""
    if printed != wanted:
        sys.exit(f"printed\n{printed}\ninstead of\n{wanted}")
