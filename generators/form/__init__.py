"""Forms: for every scheme one HTML file in which a city answers, offline, and sees its result as it types.

In: an edition. Out: `<scheme>/form.html`: the page, its style, its script, the generated JavaScript scorer and the standard as data, in one
file that asks nothing of any network. Its content-security policy names the digests of the style and of the script and forbids all else.
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.artefact import Artefact, Edition
from generators.form.page import page
from generators.scorer_js_text import inlined_text


def emit(edition: Edition) -> Iterator[Artefact]:
    """A form for every standard and profile that can be scored."""
    for scheme in edition.schemes:
        text = page(scheme, inlined_text(scheme, edition.digest), edition.digest)
        yield Artefact(f"{scheme.id}/form.html", text.encode("utf-8"), scheme.id, scheme.standard.edition)
