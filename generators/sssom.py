"""Crosswalks as SSSOM, for tools: the Simple Standard for Sharing Ontological Mappings, in its TSV form.

In: an edition. Out: one `.sssom.tsv` a crosswalk, with its metadata block. A row `none` says, as the standard provides
(https://mapping-commons.github.io/sssom/spec-model/, Documenting unmapped elements), that no term was found. Its predicate is
skos:mappingRelation, which all five relations fall under: nothing was found for any of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from ctmm_dsl.model import Standard
from generators import iris
from generators.artefact import Artefact, Edition
from generators.correspondence import NONE, Correspondence, Row, correspondences
from generators.quoting import tsv

COLUMNS = (
    "subject_id",
    "subject_label",
    "predicate_id",
    "object_id",
    "object_label",
    "mapping_justification",
    "comment",
)
OPTIONAL = ("subject_label", "object_label", "comment")
JUSTIFICATION = "semapv:ManualMappingCuration"
NOTHING = "sssom:NoTermFound"

LICENSE = "https://w3id.org/sssom/license/unspecified"
"""A spec does not say under which terms its crosswalks may be used, so neither do we; the slot itself is required."""


def emit(edition: Edition) -> Iterator[Artefact]:
    """Every crosswalk as SSSOM."""
    for walk in correspondences(edition.model):
        yield Artefact(f"crosswalk/{walk.id}.sssom.tsv", _file(walk), walk.id, walk.edition)


def _file(walk: Correspondence) -> bytes:
    rows = sorted(_mapping(walk, row) for row in walk.rows)
    kept = [at for at, name in enumerate(COLUMNS) if name not in OPTIONAL or any(row[at] for row in rows)]
    table = [COLUMNS, *rows]
    lines = [*(f"#{line}" for line in _metadata(walk)), *("\t".join(tsv(row[at]) for at in kept) for row in table)]
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def _mapping(walk: Correspondence, row: Row) -> tuple[str, ...]:
    """A row in the order of `COLUMNS`, which is that of the standard's slots."""
    subject = row.subject[-1]
    found = row.relation != NONE
    return (
        iris.curie(walk.source, subject.id),
        subject.name,
        f"skos:{row.relation}Match" if found else "skos:mappingRelation",
        iris.curie(walk.target, row.target[-1].id) if found else NOTHING,
        row.target[-1].name if found else "",
        JUSTIFICATION,
        row.reason,
    )


def _metadata(walk: Correspondence) -> Iterator[str]:
    """The metadata block, its slots in the standard's order. Every prefix is declared, also those that may be left out."""
    yield "curie_map:"
    for prefix, expansion in sorted(_prefixes(walk).items()):
        yield f"  {prefix}: {_text(expansion)}"  # in quotes: a plain scalar does not end with a colon
    yield f"mapping_set_id: {iris.crosswalk(walk.source, walk.target)}"
    yield f"mapping_set_title: {_text(f'{walk.source.name} → {walk.target.name}')}"
    if walk.remarks:
        yield f"mapping_set_description: {_text('；'.join(walk.remarks))}"
    yield f"license: {LICENSE}"
    yield from _side("subject", walk.source)
    yield from _side("object", walk.target)


def _prefixes(walk: Correspondence) -> dict[str, str]:
    used = ["semapv", "skos", "standard", *(["sssom"] if walk.unmatched else [])]
    own = {iris.prefix(standard): iris.namespace(standard) for standard in (walk.source, walk.target)}
    return {name: iris.VOCABULARIES[name] for name in used} | own


def _side(side: str, standard: Standard) -> Iterator[str]:
    yield f"{side}_type: skos concept"
    yield f"{side}_source: standard:{iris.scheme_name(standard)}"
    if standard.edition:
        yield f"{side}_source_version: {_text(standard.edition)}"


def _text(text: str) -> str:
    """A text as a YAML scalar in double quotes (YAML 1.2.2, 7.3.1), what is not printable there escaped."""
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(
        f"\\u{ord(one):04x}" if one in "\x85\u2028\u2029\ufeff" or "\x7f" <= one < "\xa0" else one for one in quoted
    )
