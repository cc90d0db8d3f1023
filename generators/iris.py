"""Names that hold outside: IRIs and CURIEs for standards, their nodes and their crosswalks.

In: standards and identifiers. Out: `urn:ctmm:standard:ctmm@2026-draft:AR.1.1`, in short `ctmm:AR.1.1`. A URN promises no page that nobody
serves; the edition is part of it, since a node of another edition is another node. Whatever an identifier or an edition holds is
percent-encoded (RFC 3986, 2.1), so that two names never meet.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from ctmm_dsl.model import Standard

BASE = "urn:ctmm:"
STANDARDS = f"{BASE}standard:"

VOCABULARIES = {
    "dcterms": "http://purl.org/dc/terms/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "semapv": "https://w3id.org/semapv/vocab/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "sssom": "https://w3id.org/sssom/",
    "standard": STANDARDS,
}
"""Prefixes that are not a standard's own."""

_TAKEN = {*VOCABULARIES, "linkml", "rdf", "rdfs", "xml", "xmlns", "xsd"}
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_MARK = "standard-"


def scheme_name(standard: Standard) -> str:
    """A standard in an edition, after the prefix `standard`."""
    return f"{_encoded(standard.id)}@{_encoded(standard.edition)}"


def scheme(standard: Standard) -> str:
    return STANDARDS + scheme_name(standard)


def namespace(standard: Standard) -> str:
    """What the IRIs of a standard's nodes begin with."""
    return f"{scheme(standard)}:"


def concept(standard: Standard, node: str) -> str:
    return namespace(standard) + _encoded(node)


def crosswalk(source: Standard, target: Standard) -> str:
    return f"{BASE}crosswalk:{scheme_name(source)}--{scheme_name(target)}"


def prefix(standard: Standard) -> str:
    """A standard's prefix: its identifier, made over where that is no prefix in Turtle and SSSOM or has a meaning of its own."""
    name = standard.id
    if _PLAIN.fullmatch(name) and name.lower() not in _TAKEN and not name.startswith(_MARK):
        return name
    return _MARK + re.sub(r"[^A-Za-z0-9-]", lambda match: f"_{ord(match.group()):02x}", name)


def curie(standard: Standard, node: str) -> str:
    """A node in short; it means what `concept` says."""
    return f"{prefix(standard)}:{_encoded(node)}"


def _encoded(text: str) -> str:
    return quote(text, safe="-._~")
