"""What a generator is given, and what it gives back: values only; the writer alone touches files.

A generator is a function from an `Edition` to artefacts. It never asks which standard it is in, never checks anything (a model without
errors can be emitted) and never imports another generator.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ctmm_dsl.findings import Finding
from ctmm_dsl.model import Allow, Model, Scheme


@dataclass(frozen=True)
class Edition:
    """A checked spec: its model, what can be scored in it, the findings that were allowed, and the digest of its files."""

    model: Model
    schemes: tuple[Scheme, ...]
    allowed: tuple[tuple[Finding, Allow], ...]
    digest: str


@dataclass(frozen=True, slots=True)
class Artefact:
    """A file to be: `path` relative to the output folder, with forward slashes; `standard` is a standard's, profile's or
    crosswalk's identifier."""

    path: str
    data: bytes
    standard: str
    edition: str


Generator = Callable[[Edition], Iterator[Artefact]]
