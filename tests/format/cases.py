"""Cases as documents: a title, why the case is there, a file before, and the same file in the style, exactly.

In: `cases/*.md`. A `ctmm` block holds the file; the blocks after it hold it laid out: `style` as it is, `style en` and `style zh` with its
keywords in one language; `style` is left out where nothing is to change. Those are written by `python -m tests.format.cases`; read them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from ctmm_dsl.format import formatted
from ctmm_dsl.source import decode

CASES = sorted((Path(__file__).parent / "cases").glob("*.md"))

_CASE = re.compile(r"(?P<head># .+\n\n(?s:.+?)\n\n```ctmm\n(?P<source>(?s:.*?))```\n)(?P<rest>(?s:.*))")
_LAID = re.compile(r"```style(?: (?P<keywords>en|zh))?\n(?P<text>(?s:.*?))```\n")


@dataclass(frozen=True)
class Case:
    head: str
    source: str
    laid: tuple[tuple[str | None, str], ...]

    def whole(self) -> str:
        """The document as it should be."""
        return self.head + "".join(
            f"\n```style{' ' + keywords if keywords else ''}\n{self.styled(keywords)}```\n" for keywords, _ in self.laid
        )

    def styled(self, keywords: str | None) -> str:
        text = formatted(decode("case.ctmm", self.source.encode()), keywords)
        assert text is not None
        return text


def read_case(path: Path) -> Case:
    text = path.read_text("utf-8")
    match = _CASE.fullmatch(text)
    assert match, f"{path.name} has not the form of a case"
    laid = tuple((found["keywords"], found["text"]) for found in _LAID.finditer(match["rest"]))
    assert laid, f"{path.name} lays nothing out"
    return Case(match["head"], match["source"], laid)


if __name__ == "__main__":
    for case in CASES:
        case.write_text(read_case(case).whole(), "utf-8")
