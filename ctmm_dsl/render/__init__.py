"""Findings to what people and programs read: one room a format, all with the same arguments."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ctmm_dsl.findings import Finding
from ctmm_dsl.render import github, plain_json, sarif, terminal

Renderer = Callable[[Sequence[Finding], str], str]

FORMATS: dict[str, Renderer] = {
    "text": terminal.render,
    "json": plain_json.render,
    "sarif": sarif.render,
    "github": github.render,
}
"""Every format of findings: a function of the findings and the language."""
