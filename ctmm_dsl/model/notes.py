"""What may stand under anything: remarks, errata, allowances."""

from __future__ import annotations

from dataclasses import dataclass

from ctmm_dsl.source import Span


@dataclass(frozen=True, slots=True)
class Remark:
    """A note in words: `kind` is en, source, note or see; a `see` has the identifier it points to."""

    kind: str
    text: str
    target: str
    span: Span


@dataclass(frozen=True, slots=True)
class Erratum:
    """The source prints `printed`; the text here is the correction, for the reason given."""

    printed: str
    reason: str
    span: Span


@dataclass(frozen=True, slots=True)
class Notes:
    """What stands under anything: remarks and errata."""

    remarks: tuple[Remark, ...] = ()
    errata: tuple[Erratum, ...] = ()

    def first(self, kind: str) -> str:
        """The text of the first remark of a kind, or an empty text."""
        return next((remark.text for remark in self.remarks if remark.kind == kind), "")


@dataclass(frozen=True, slots=True)
class Allow:
    """A finding that is known and stays, wherever in `scope` it begins."""

    code: str
    reason: str
    scope: Span
    span: Span
