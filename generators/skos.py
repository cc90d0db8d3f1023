"""Standards and crosswalks as SKOS, for tools: a concept scheme a standard, a concept a node, a mapping property a row.

In: an edition. Out: `concepts.ttl`, in RDF 1.1 Turtle, in the documents' order. Only standards that take part in a crosswalk stand in it;
the reasons for rows stand in the SSSOM files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ctmm_dsl.model import MATCHES, Notes, Standard
from generators import iris
from generators.artefact import Artefact, Edition
from generators.correspondence import Correspondence, Path, correspondences, paths
from generators.quoting import turtle

PREFIXES = ("dcterms", "owl", "skos")

Mapped = dict[tuple[str, str], dict[str, list[str]]]
"""For a standard and a node of it: the mapping relations, each with the concepts it leads to."""


def emit(edition: Edition) -> Iterator[Artefact]:
    """All standards that take part in a crosswalk, and the mappings, as SKOS."""
    walks = correspondences(edition.model)
    if walks:
        yield Artefact("crosswalk/concepts.ttl", _graph(walks).encode("utf-8"), "", "")


def _graph(walks: Iterable[Correspondence]) -> str:
    standards = {standard.id: standard for walk in walks for standard in (walk.source, walk.target)}
    ordered = [standards[name] for name in sorted(standards)]
    mapped = _mapped(walks)
    lines = [f"@prefix {name}: <{iris.VOCABULARIES[name]}> ." for name in PREFIXES]
    lines += [f"@prefix {iris.prefix(standard)}: <{iris.namespace(standard)}> ." for standard in ordered]
    for standard in ordered:
        lines += _scheme(standard)
        for path in paths(standard).values():
            lines += _concept(standard, path, mapped.get((standard.id, path[-1].id), {}))
    return "".join(f"{line}\n" for line in lines)


def _mapped(walks: Iterable[Correspondence]) -> Mapped:
    found: Mapped = {}
    for walk in walks:
        for row in walk.mapped:
            of_node = found.setdefault((walk.source.id, row.subject[-1].id), {})
            ends = of_node.setdefault(row.relation, [])
            end = _name(walk.target, row.target[-1].id)
            if end not in ends:
                ends.append(end)
    return found


def _scheme(standard: Standard) -> list[str]:
    facts = standard.facts
    return _subject(
        f"<{iris.scheme(standard)}>",
        ("a", ["skos:ConceptScheme"]),
        ("dcterms:title", _labels(standard.name, standard.notes)),
        ("dcterms:identifier", [turtle(facts["number"])] if facts.get("number") else []),
        ("owl:versionInfo", [turtle(standard.edition)] if standard.edition else []),
        ("skos:notation", [turtle(standard.id)]),
        ("skos:hasTopConcept", [_name(standard, domain.id) for domain in standard.domains]),
    )


def _concept(standard: Standard, path: Path, mapped: dict[str, list[str]]) -> list[str]:
    node, above = path[-1], path[:-1]
    scheme = f"<{iris.scheme(standard)}>"
    return _subject(
        _name(standard, node.id),
        ("a", ["skos:Concept"]),
        ("skos:inScheme", [scheme]),
        ("skos:notation", [turtle(node.id)]),
        ("skos:prefLabel", _labels(node.name, node.notes)),
        ("skos:topConceptOf", [] if above else [scheme]),
        ("skos:broader", [_name(standard, above[-1].id)] if above else []),
        ("skos:narrower", [_name(standard, child.id) for child in node.children]),
        *((f"skos:{relation}Match", mapped.get(relation, [])) for relation in MATCHES),
    )


def _subject(name: str, *pairs: tuple[str, list[str]]) -> list[str]:
    """All triples of a subject, a predicate a line; a predicate without objects is left out."""
    stated = [f"    {predicate} {' , '.join(objects)}" for predicate, objects in pairs if objects]
    return ["", name, *(f"{line} ;" for line in stated[:-1]), f"{stated[-1]} ."]


def _labels(name: str, notes: Notes) -> list[str]:
    english = notes.first("en")
    return [f"{turtle(name)}@zh", *([f"{turtle(english)}@en"] if english else [])]


def _name(standard: Standard, node: str) -> str:
    """A concept as a prefixed name; where its identifier ends with a dot, which a prefixed name may not, as the whole IRI."""
    return f"<{iris.concept(standard, node)}>" if node.endswith(".") else iris.curie(standard, node)
