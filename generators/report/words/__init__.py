"""All that a report says of its own, in both languages: one table, in rooms by what is spoken of.

In: a key. Out: a text with named holes. What a standard or a city says is never here: it comes as it is.
"""

from __future__ import annotations

from generators.report.words import clauses, others, quantities, rubrics, shared

WORDS = shared.WORDS | clauses.WORDS | quantities.WORDS | rubrics.WORDS | others.WORDS
