"""Prose and lists in lines of a given width."""
import textwrap
from typing import Iterable, List

WIDTH = 120


def wrapped(text: str, first: str = "", rest: str = "", width: int = WIDTH) -> List[str]:
    """Lines of a text, with what stands before the first and the others. Paragraphs and own lines stay apart."""
    lines: List[str] = []
    for line in text.split("\n"):
        before = rest if lines else first
        if not line:
            lines.append(before.rstrip())
            continue
        own = line.startswith("  ")
        lines += textwrap.wrap(line, width, initial_indent=before, subsequent_indent=rest + ("     " if own else ""),
                               break_long_words=False, break_on_hyphens=False, drop_whitespace=True)
    return lines


def list_of(items: Iterable[str], first: str, rest: str, width: int = WIDTH, separator: str = ",",
            end: str = "") -> List[str]:
    """Items with separators between them, as many on a line as fit."""
    items = list(items)
    if not items:
        return [first + end]
    lines, line, before = [], first, first
    for place, item in enumerate(items):
        piece = item + (separator if place + 1 < len(items) else end)
        candidate = line + ("" if line == before else " ") + piece
        if len(candidate) > width and line != before:
            lines.append(line)
            line, before = rest + piece, rest
        else:
            line = candidate
    return [*lines, line]


def sentence(text: str) -> str:
    """A text that ends as a sentence does."""
    return text if text.endswith((".", "?", "!")) else text + "."


def camel(name: str, capital: bool = False) -> str:
    """`as_of` as `asOf` or `AsOf`."""
    words = name.split("_")
    first = words[0].capitalize() if capital else words[0]
    return first + "".join(word.capitalize() for word in words[1:])


def all_of(items: List[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join(filter(None, [", ".join(items[:-1]), items[-1]]))
