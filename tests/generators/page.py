"""Markdown read back, as CommonMark and its tables are read: what a reader sees in each cell."""

from __future__ import annotations

import re

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_TAG = re.compile(r"(?<!\\)<(/?(?:b|sup|br))>")


def tables(page: str) -> list[list[list[str]]]:
    """The tables of a page: rows of raw cells, the heading row first."""
    found: list[list[list[str]]] = []
    inside = False
    for line in page.split("\n"):
        if line.startswith("|"):
            row = [cell.strip(" ") for cell in re.split(r"(?<!\\)(?:\\\\)*\|", line)[1:-1]]
            if not inside:
                found.append([])
            if set("".join(row)) != {"-"}:
                found[-1].append(row)
        inside = line.startswith("|")
    return found


def lines(cell: str) -> list[str]:
    """The lines of a raw cell."""
    return cell.split("<br>") if cell else []


def seen(raw: str) -> str:
    """What a reader sees of raw Markdown: tags gone, raised marks gone, backslashes before punctuation gone."""
    raw = re.sub(r"(?<!\\)<sup>.*?(?<!\\)</sup>", "", raw)
    raw = _TAG.sub("", raw)
    assert not re.search(r"(?<!\\)<", raw), raw
    return _ESCAPE.sub(r"\1", raw)
