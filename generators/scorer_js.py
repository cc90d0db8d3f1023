"""Scorers in JavaScript: for every scheme one module that scores as the referee does, in node and in a browser, and needs nothing else.

In: an edition. Out: `<scheme>/scorer.mjs`. What stands in it is `scorer_js_text`'s, which the form shares.
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.artefact import Artefact, Edition
from generators.scorer_js_text import module_text


def emit(edition: Edition) -> Iterator[Artefact]:
    """A scorer for every standard and profile that can be scored."""
    for scheme in edition.schemes:
        text = module_text(scheme, edition.digest)
        yield Artefact(f"{scheme.id}/scorer.mjs", text.encode("utf-8"), scheme.id, scheme.standard.edition)
