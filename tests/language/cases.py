"""Cases as documents: a title, why the case is there, the source, and what the compiler makes of it, exactly.

In: `good/*.md` and `bad/*.md`. A `ctmm` block holds the files, as in `ctmm_dsl/pages`; in `bad/` the blocks `zh` and `en` hold what the
terminal shows, in `good/` the block `model` holds what was understood. Those blocks are written by `python -m tests.language.regenerate`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from ctmm_dsl.explain import ExampleFile, example, found_in, said_of
from ctmm_dsl.findings import LANGUAGES
from ctmm_dsl.pipeline import compile_sources
from ctmm_dsl.source import decode
from tests.language.dump import dump

FOLDER = Path(__file__).parent
GOOD = sorted((FOLDER / "good").glob("*.md"))
BAD = sorted((FOLDER / "bad").glob("*.md"))

_CASE = re.compile(r"# (?P<title>.+)\n\n(?P<why>(?s:.+?))\n\n```ctmm\n(?P<source>(?s:.*?))```\n(?P<rest>(?s:.*))")


@dataclass(frozen=True)
class Case:
    """A case as it stands: `head` is everything to the end of its source."""

    path: Path
    head: str
    files: tuple[ExampleFile, ...]

    def whole(self) -> str:
        """The document as it should be."""
        blocks = self._said() if self.path.parent.name == "bad" else [("model", self._model())]
        return self.head + "".join(f"\n```{kind}\n{text}```\n" for kind, text in blocks)

    def codes(self) -> list[str]:
        return [finding.entry.code for finding in found_in(self.files)]

    def _said(self) -> list[tuple[str, str]]:
        return [(language, said_of(self.files, language)) for language in LANGUAGES]

    def _model(self) -> str:
        return dump(compile_sources(decode(file.name, file.data) for file in self.files).model)


def read_case(path: Path) -> Case:
    """A case's title, why and source, taken from its document."""
    text = path.read_text("utf-8")
    match = _CASE.fullmatch(text)
    assert match, f"{path.name} has not the form of a case"
    return Case(path, text[: match.start("rest")], example(match["source"]))
