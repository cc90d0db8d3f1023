"""What the compiler has to say: a finding is a value; its wording stands in the catalogue.

In: a catalogue `Entry` called with a place and the words for its holes. Out: a `Finding`. An unknown code cannot be raised: there
is nothing to call. A finding with other holes than its entry's messages is our own bug and raises `TypeError`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from string import Formatter

from ctmm_dsl.source import Span

ERROR, WARNING, ADVICE = "error", "warning", "advice"
SEVERITIES = (ERROR, WARNING, ADVICE)
LANGUAGES = ("zh", "en")

Both = Mapping[str, str]
"""A text in both languages: `{"zh": …, "en": …}`."""


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding is about, with a word on why."""

    span: Span
    words: Both


@dataclass(frozen=True)
class Entry:
    """A code of the catalogue. `message`, `mark` and `help` have named holes in braces.

    No finding echoes another. `silent_after` names the codes that explain this one away where they stand in its extent. One that
    `needs_whole` is kept back while a line of its file could not be read, one that `looks_elsewhere` while that is so of a file which
    its own rests on, one that `needs_sound` while there is any error in either. One that `damages` counts as such a line; one that
    `shifts` does so for other files only, whose references it may be the reason for. One that `unsettles` is no error, but holds back
    what `needs_sound` as an error does: the text that it is about is still to be mended. One that is not `allowable` would leave no model
    that can be scored and emitted. The page of a code is `pages/CODE.md`.
    """

    code: str
    slug: str
    severity: str
    message: Both
    mark: Both | None = None
    help: Both | None = None
    silent_after: tuple[str, ...] = ()
    needs_whole: bool = False
    looks_elsewhere: bool = False
    needs_sound: bool = False
    allowable: bool = True
    damages: bool = False
    shifts: bool = False
    unsettles: bool = False
    holes: frozenset[str] = field(init=False)

    @property
    def can_be_allowed(self) -> bool:
        """Whether an @allow may cover it: never what could not be read, nor what an assessment has wrong."""
        return self.allowable and self.code[:3] not in ("CT1", "CT9")

    def __post_init__(self) -> None:
        texts = [text for both in (self.message, self.mark, self.help) if both for text in both.values()]
        object.__setattr__(self, "holes", frozenset(hole for text in texts for hole in _holes(text)))

    def __call__(self, span: Span, *related: Related, extent: Span | None = None, **words: object) -> Finding:
        if words.keys() != self.holes:
            raise TypeError(f"{self.code} has the holes {sorted(self.holes)}, not {sorted(words)}")
        return Finding(self, span, words, related, extent)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found, at its place. `words` fill the entry's holes: a string, a number, or a text in both languages."""

    entry: Entry
    span: Span
    words: Mapping[str, object]
    related: tuple[Related, ...] = ()
    extent: Span | None = None

    @property
    def code(self) -> str:
        return self.entry.code

    def message(self, language: str) -> str:
        return self._fill(self.entry.message, language)

    def mark(self, language: str) -> str:
        return self._fill(self.entry.mark, language) if self.entry.mark else ""

    def help(self, language: str) -> str:
        return self._fill(self.entry.help, language) if self.entry.help else ""

    def _fill(self, both: Both, language: str) -> str:
        spoken = {name: word[language] if isinstance(word, Mapping) else str(word) for name, word in self.words.items()}
        return both[language].format_map(spoken)

    def order(self) -> tuple[str, int, str]:
        return (self.span.source.path, self.span.start, self.code)


def both(zh: object, en: object) -> Both:
    """A text in both languages."""
    return {"zh": str(zh), "en": str(en)}


ABOVE = both("上一处在这里", "the first one is here")
"""Said of the first of two things that may stand only once."""


def listed(words: Iterable[object], most: int = 6) -> Both:
    """Several words as one, the way each language lists them; the rest is counted."""
    spoken = [str(word) for word in words]
    shown, rest = spoken[:most], len(spoken) - most
    more = both(f" 等 {len(spoken)} 个", f" and {rest} more") if rest > 0 else both("", "")
    return both("、".join(shown) + more["zh"], ", ".join(shown) + more["en"])


def _holes(text: str) -> list[str]:
    return [name for _, name, _, _ in Formatter().parse(text) if name is not None]
