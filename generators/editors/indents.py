"""Which lines have lines of their own under them: after these an editor indents deeper.

In: the grammar's keywords. Out: one pattern, for the engines that look at one line.
"""

from __future__ import annotations

from ctmm_dsl import grammar
from generators.editors.words import BLANK, words_of


def opening() -> str:
    """Headings, levels, rubrics, the heads of tables, readings."""
    headings = "|".join(words_of("heading"))
    tables = "|".join(grammar.words_of(("_TIER", "CHECKLIST", "_CHOOSE")))
    under = "|".join(grammar.words_of(("RUBRIC", "_READING")))
    return (
        rf"^(?:{headings})(?=\s|$)|^{BLANK}+(?:(?:level|等级){BLANK}*[0-9０-９]|[一二三四五六七八九十]级{BLANK}*$"
        rf"|(?:{under})(?=\s|$)|.*[=＝]{BLANK}*(?:{tables}))"
    )
