"""The text of a JavaScript scorer, for a file of its own and for a page that holds it.

In: a scheme and the digest of the spec. Out: an ES module without imports; or the same scorer as one constant, for a script that has other
code beside it. The standard stands in it as plain tables and formulas that can be read beside the document; the templates hold the rules,
and of these only what the scheme needs is put in. BigInts alone take part in a score.
"""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from ctmm_dsl.assessment.values import LONGEST
from ctmm_dsl.model import Scheme
from generators.javascript_layout import Call, laid_out, lay
from generators.quoting import javascript
from generators.scorer_js_tables import (
    constants,
    messages,
    shapes,
    tables_of_clauses,
    tables_of_formulas,
    tables_of_tree,
)
from generators.scorer_parts import fields, offers, parts_of, worth

EXACTNESS = (
    "Numbers that score are BigInts and fractions of them; no Number takes part, and rounding is for display alone."
)
ALWAYS = (
    "STANDARD", "NAME", "EDITION", "PROFILE", "SPEC", "NODES", "AssessmentError", "Numeral", "Problem", "fieldsOf", "load", "score",
    "textOf",
)  # fmt: skip
OF_CLAUSES = ("UNIT", "ANSWERS", "THRESHOLD", "CLAUSES")
OF_FORMULAS = ("QUANTITIES", "OPTIONS", "WITHIN", "COMPUTED", "FORMULAS", "ASKED")
"""What a scorer gives to the outside, by what it has."""


def module_text(scheme: Scheme, digest: str, *, command: bool = True) -> str:
    """A module of its own; with `command`, one that node also runs as a program."""
    exported = lay(Call("export {", exports(scheme), "}"), 0, after=";")
    return _rendered(scheme, digest, exported, command=command)


def inlined_text(scheme: Scheme, digest: str) -> str:
    """The scorer as the constant `scorer` of a script: nothing else in the script can meet its names, and no sign of it ends the script."""
    returned = lay(Call("return {", exports(scheme), "}"), 0, after=";")
    return f"const scorer = (() => {{\n{_rendered(scheme, digest, returned, command=False)}}})();\n"


def exports(scheme: Scheme) -> tuple[str, ...]:
    """The names that a scorer gives to the outside."""
    parts = parts_of(scheme)
    return (
        *ALWAYS,
        *(OF_CLAUSES if parts["clauses"] else ()),
        *(("LEVELS",) if parts["clauses"] or parts["rubrics"] else ()),
        *(("RUBRICS",) if parts["rubrics"] else ()),
        *(OF_FORMULAS if parts["formulas"] else ()),
        *offers(parts),
    )


def _rendered(scheme: Scheme, digest: str, exported: str, *, command: bool) -> str:
    parts, of = parts_of(scheme), fields(scheme)
    return (
        _environment()
        .get_template("scorer.mjs.jinja")
        .render(
            scheme=scheme,
            digest=digest,
            worth=worth(parts),
            exactness=EXACTNESS,
            offers=offers(parts),
            exported=exported,
            command=command,
            longest=LONGEST,
            constants=constants(parts, of["fields"]),
            **{name: laid_out(of[name], 0) for name in ("texts", "objects", "needed")},
            **parts,
            **_tables(scheme, parts),
        )
    )


def _tables(scheme: Scheme, parts: dict[str, bool]) -> dict[str, str]:
    """What the templates say of the standard: rows already laid out."""
    tables = {
        "messages": messages(parts),
        "shapes": shapes(parts),
        **tables_of_tree(scheme, weighted=parts["weighted"]),
    }
    if parts["clauses"]:
        tables |= tables_of_clauses(scheme)
    if parts["formulas"]:
        tables |= tables_of_formulas(scheme)
    return tables


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("generators", "templates"),
        undefined=StrictUndefined,
        autoescape=False,  # the target is JavaScript: every text goes through quoting.javascript
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["javascript"] = javascript
    return environment
