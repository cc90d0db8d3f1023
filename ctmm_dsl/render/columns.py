"""Rows of words in columns: the first to the left, all others to the right; Chinese characters are two cells wide."""

from __future__ import annotations

from ctmm_dsl.source import cells


def aligned(rows: list[list[str]]) -> list[str]:
    widths = [max(cells(row[at]) for row in rows) for at in range(len(rows[0]))]
    return [
        "  ".join(
            word + " " * (width - cells(word)) if at == 0 else " " * (width - cells(word)) + word
            for at, (word, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
