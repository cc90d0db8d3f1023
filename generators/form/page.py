"""A form as one HTML file: skeleton, style, script, data; and the policy that lets just these run.

In: a scheme and the text of its JavaScript scorer. Out: the file's text. The style and the script are named by their digests, so an altered
file does not run; data stands in a block of JSON that no text can end.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ctmm_dsl.model import Scheme
from generators.form.data import data_of
from generators.form.words import WORDS
from generators.quoting import printable

PARTS = (
    "data", "words", "elements", "state", "assessment", "live", "storage", "dialogs", "remarks", "clauses", "quantities", "rubrics",
    "respondents", "list", "views", "summary", "charts", "results", "files", "print", "start",
)  # fmt: skip
"""The parts of the script, in the order in which they stand in it."""
STYLES = ("colours", "frame", "cards", "results", "print")

_ENDING = re.compile(r"</(?=script)|<!--", re.IGNORECASE)
_UNSAFE = re.compile("[<>&\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")


def page(scheme: Scheme, scorer: str, digest: str) -> str:
    """The form's text: no carriage return and no NUL in it, so the digests hold however it is read."""
    style = _environment(escaped=False).get_template("style.css.jinja").render(parts=STYLES)
    script = inlined(_environment(escaped=False).get_template("script.js.jinja").render(scorer=scorer, parts=PARTS))
    words = {language: {key: both[language] for key, both in WORDS.items()} for language in ("zh", "en")}
    return (
        _environment(escaped=True)
        .get_template("page.html.jinja")
        .render(
            scheme=scheme,
            words=words["zh"],
            style=Markup(style),
            style_digest=digest_of(style),
            script=Markup(script),
            script_digest=digest_of(script),
            data=Markup(json_block({"words": words, **data_of(scheme, digest)})),
        )
    )


def digest_of(text: str) -> str:
    """As a content-security policy names a block (CSP 3, 2.3.1)."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def inlined(script: str) -> str:
    """A script that can stand in a page: nothing in it ends or hides the block (HTML, 4.12.1.3). These letters stand in texts alone, where
    a backslash before a sign that needs none changes nothing."""
    return _ENDING.sub(lambda match: match.group()[0] + "\\" + match.group()[1:], script)


def json_block(value: Any) -> str:
    """A value as JSON that can stand in a page: signs with a meaning there, and such as UTF-8 or an eye cannot hold, are escaped."""
    literal = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", literal)


def _finalized(value: object) -> object:
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _environment(*, escaped: bool) -> Environment:
    """`escaped`: for HTML, where every text is escaped; else for style and script, which hold no text of a standard but the scorer's."""
    return Environment(
        loader=PackageLoader("generators", "templates/form"),
        undefined=StrictUndefined,
        finalize=_finalized if escaped else None,
        autoescape=escaped,
        trim_blocks=True,
        lstrip_blocks=True,
    )
