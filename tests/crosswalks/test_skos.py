"""The SKOS file, parsed by rdflib: the triples are just those of the model, and the integrity conditions of the SKOS Reference hold."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from urllib.parse import quote

import pytest
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, OWL, SKOS

from ctmm_dsl.model import Standard
from generators import coverage, skos
from generators.artefact import Artefact, Edition
from tests.crosswalks.conftest import sides, trails

MATCHES = {relation: SKOS[f"{relation}Match"] for relation in ("exact", "close", "broad", "narrow", "related")}


@pytest.fixture(scope="module")
def graph(edition: Edition) -> Graph:
    (artefact,) = skos.emit(edition)
    return Graph().parse(data=artefact.data, format="turtle")


def scheme(standard: Standard) -> URIRef:
    return URIRef(f"urn:ctmm:standard:{quote(standard.id, safe='-._~')}@{quote(standard.edition, safe='-._~')}")


def concept(standard: Standard, node: str) -> URIRef:
    return URIRef(f"{scheme(standard)}:{quote(node, safe='-._~')}")


def expected_triples(edition: Edition) -> set[tuple[URIRef, URIRef, URIRef | Literal]]:
    found: set[tuple[URIRef, URIRef, URIRef | Literal]] = set()
    for standard in sides(edition.model):
        own = scheme(standard)
        found |= {
            (own, RDF.type, SKOS.ConceptScheme),
            (own, DCTERMS.title, Literal(standard.name, lang="zh")),
            (own, OWL.versionInfo, Literal(standard.edition)),
            (own, SKOS.notation, Literal(standard.id)),
        }
        if standard.notes.first("en"):
            found.add((own, DCTERMS.title, Literal(standard.notes.first("en"), lang="en")))
        if "number" in standard.facts:
            found.add((own, DCTERMS.identifier, Literal(standard.facts["number"])))
        for node, trail in trails(standard).items():
            found |= _of_node(standard, node, trail)
    for walk in edition.model.crosswalks:
        for row in walk.rows:
            if row.relation != "none":
                ends = concept(walk.source, row.subject), concept(walk.target, row.target)
                found.add((ends[0], MATCHES[row.relation], ends[1]))
    return found


def _of_node(standard: Standard, node: str, trail: tuple[str, ...]) -> set[tuple[URIRef, URIRef, URIRef | Literal]]:
    own, named = concept(standard, node), standard.nodes[node]
    found: set[tuple[URIRef, URIRef, URIRef | Literal]] = {
        (own, RDF.type, SKOS.Concept),
        (own, SKOS.inScheme, scheme(standard)),
        (own, SKOS.notation, Literal(node)),
        (own, SKOS.prefLabel, Literal(named.name, lang="zh")),
    }
    if named.notes.first("en"):
        found.add((own, SKOS.prefLabel, Literal(named.notes.first("en"), lang="en")))
    if len(trail) == 1:
        found |= {(own, SKOS.topConceptOf, scheme(standard)), (scheme(standard), SKOS.hasTopConcept, own)}
    else:
        above = concept(standard, trail[-2])
        found |= {(own, SKOS.broader, above), (above, SKOS.narrower, own)}
    return found


def test_the_triples_are_those_of_the_model(edition: Edition, graph: Graph) -> None:
    found, expected = set(graph), expected_triples(edition)
    assert found - expected == set()
    assert expected - found == set()
    assert len(graph) == len(expected) > 0


def test_no_name_stands_for_two_things(edition: Edition, graph: Graph) -> None:
    nodes = sum(len(standard.nodes) for standard in sides(edition.model))
    assert len(set(graph.subjects(RDF.type, SKOS.Concept))) == nodes
    assert len(set(graph.subjects(RDF.type, SKOS.ConceptScheme))) == len(sides(edition.model))


def test_standards_outside_every_crosswalk_stay_out(edition: Edition, graph: Graph) -> None:
    taking_part = {standard.id for standard in sides(edition.model)}
    assert {str(name) for name in graph.objects(None, SKOS.notation)} >= taking_part
    for standard in edition.model.standards:
        assert ((scheme(standard), None, None) in graph) == (standard.id in taking_part)


def closure(graph: Graph) -> dict[URIRef, set[URIRef]]:
    """skos:broaderTransitive, with everything that implies it: S21 to S26, and S41 for mappings."""
    direct: dict[URIRef, set[URIRef]] = {}
    for up, down in ((SKOS.broader, SKOS.narrower), (SKOS.broadMatch, SKOS.narrowMatch)):
        for lower, upper in graph.subject_objects(up):
            direct.setdefault(lower, set()).add(upper)
        for upper, lower in graph.subject_objects(down):
            direct.setdefault(lower, set()).add(upper)
    return {start: _reached(start, direct) for start in direct}


def _reached(start: URIRef, direct: dict[URIRef, set[URIRef]]) -> set[URIRef]:
    found: set[URIRef] = set()
    waiting = [start]
    while waiting:
        for upper in direct.get(waiting.pop(), set()) - found:
            found.add(upper)
            waiting.append(upper)
    return found


def test_concepts_and_schemes_are_apart(graph: Graph) -> None:
    """S9; and S4, S5 and S7 for what stands at either end of inScheme and hasTopConcept."""
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    schemes = set(graph.subjects(RDF.type, SKOS.ConceptScheme))
    assert not concepts & schemes
    assert set(graph.objects(None, SKOS.inScheme)) <= schemes
    assert set(graph.subjects(SKOS.hasTopConcept)) <= schemes
    assert set(graph.objects(None, SKOS.hasTopConcept)) <= concepts
    for relation in (SKOS.broader, SKOS.narrower, *MATCHES.values()):
        assert set(graph.subjects(relation)) | set(graph.objects(None, relation)) <= concepts, relation
    assert all(len(set(graph.objects(own, SKOS.inScheme))) == 1 for own in concepts)


def test_top_concepts_are_said_both_ways(graph: Graph) -> None:
    """S6, S8: topConceptOf implies inScheme and is the inverse of hasTopConcept; only concepts with nothing above are such."""
    pairs = set(graph.subject_objects(SKOS.topConceptOf))
    assert pairs == {(top, of) for of, top in graph.subject_objects(SKOS.hasTopConcept)}
    assert pairs <= set(graph.subject_objects(SKOS.inScheme))
    assert not {top for top, _ in pairs} & set(graph.subjects(SKOS.broader))


def test_every_concept_stands_under_a_top_concept_of_its_scheme(graph: Graph) -> None:
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    assert set(graph.subjects(RDF.type, SKOS.ConceptScheme)) == set(graph.subjects(SKOS.hasTopConcept))
    for own in concepts:
        (scheme_of,) = graph.objects(own, SKOS.inScheme)
        above = {own, *graph.transitive_objects(own, SKOS.broader)}
        tops = above & set(graph.objects(scheme_of, SKOS.hasTopConcept))
        assert len(tops) == 1, own
        assert all((one, SKOS.inScheme, scheme_of) in graph for one in above), own
        assert len(set(graph.objects(own, SKOS.notation))) == 1


def test_a_concept_has_one_preferred_label_a_language(graph: Graph) -> None:
    """S14; S13 cannot be broken: there are no other labels."""
    labels = Counter((own, label.language) for own, label in graph.subject_objects(SKOS.prefLabel))
    assert set(labels.values()) == {1}
    assert {language for _, language in labels} == {"zh", "en"}
    assert not set(graph.subjects(SKOS.altLabel)) | set(graph.subjects(SKOS.hiddenLabel))


def test_the_hierarchy_has_no_circle_and_is_said_both_ways(graph: Graph) -> None:
    """S25; and no concept is above itself, mappings included."""
    assert set(graph.subject_objects(SKOS.broader)) == {(low, up) for up, low in graph.subject_objects(SKOS.narrower)}
    for start, above in closure(graph).items():
        assert start not in above, start


def test_related_is_disjoint_with_the_hierarchy(graph: Graph) -> None:
    """S27, with skos:relatedMatch as skos:related (S41) in both directions (S23)."""
    above = closure(graph)
    pairs = {*graph.subject_objects(SKOS.related), *graph.subject_objects(SKOS.relatedMatch)}
    assert pairs
    for one, other in pairs:
        assert other not in above.get(one, set()), (one, other)
        assert one not in above.get(other, set()), (one, other)


def test_exact_is_disjoint_with_broad_and_related(graph: Graph) -> None:
    """S46, with skos:exactMatch symmetric and transitive (S44, S45)."""
    both: dict[URIRef, set[URIRef]] = {}
    for one, other in graph.subject_objects(SKOS.exactMatch):
        both.setdefault(one, set()).add(other)
        both.setdefault(other, set()).add(one)
    same = {(start, end) for start in both for end in _reached(start, both)}
    for relation in (SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch):
        pairs = set(graph.subject_objects(relation))
        assert not same & (pairs | {(other, one) for one, other in pairs}), relation


def test_a_spec_without_crosswalks_gives_nothing(edition: Edition) -> None:
    bare = replace(edition, model=replace(edition.model, crosswalks=()))
    assert [*skos.emit(bare), *coverage.emit(bare)] == []


def test_the_bytes_are_plain(edition: Edition, artefacts: dict[str, Artefact]) -> None:
    data = artefacts["crosswalk/concepts.ttl"].data
    assert b"\r" not in data and data.endswith(b".\n") and not data.startswith(b"\xef\xbb\xbf")
