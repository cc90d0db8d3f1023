"""How an analysis speaks: the words of reports and its own, and stretches of numbers."""

from __future__ import annotations

from fractions import Fraction

from ctmm_dsl.analysis.values import Fewest, Finding
from ctmm_dsl.model import Interval, Node
from generators.analysis.words import WORDS
from generators.report.page import Cell
from generators.report.speech import Speech

FEW = 6
"""So many names are listed in full."""


class AnalysisSpeech(Speech):
    def __call__(self, key: str, **holes: object) -> str:
        own = WORDS.get(key)
        if own is None:
            return super().__call__(key, **holes)
        return own[self.language].format_map({name: str(hole) for name, hole in holes.items()})

    def named(self, node: Node) -> str:
        return f"{node.id} {node.name}"

    def some(self, ids: list[str]) -> str:
        """A few identifiers, and how many there are."""
        if len(ids) <= FEW:
            return self.listed(ids)
        return self.listed(ids[:FEW]) + ("" if self.language == "zh" else " ") + self("an.more", count=len(ids))

    def fewest(self, one: Fewest | None) -> str:
        if one is None:
            return self("an.never")
        if one.count == one.bound:
            return self("an.of", count=one.count, of=one.of)
        return self("an.of", count=self("an.between", low=one.bound, high=one.count), of=one.of)

    def between(self, low: Fraction, high: Fraction) -> str:
        ends = self.points(low), self.points(high)
        return ends[0] if ends[0] == ends[1] else self("an.between", low=ends[0], high=ends[1])

    def finding(self, one: Finding) -> Cell:
        if one.example is None:
            return Cell(self("an.exists.not") if one.holds is False else self("an.exists.open", count=one.bound))
        if one.lowered == one.bound:
            text = self("an.exists", count=one.lowered)
        else:
            text = self("an.exists.about", low=one.bound, high=one.lowered)
        return Cell(text, remark=one.example.key)

    def stretch(self, one: Interval | None, *, percent: bool = False) -> str:
        """A stretch with its brackets; an end that is not there is infinite."""
        if one is None:
            return self("unbounded")
        shown = self.share if percent else self.points
        low = "−∞" if one.low is None else shown(one.low)
        high = "∞" if one.high is None else shown(one.high)
        opened = "(" if one.low_open or one.low is None else "["
        return f"{opened}{low}, {high}{')' if one.high_open or one.high is None else ']'}"
