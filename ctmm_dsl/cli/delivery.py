"""What a command made, to where the user wants it, in the format that the file's name asks for.

In: where to, and one thing in each of its forms. Out: a file put in place whole, or standard output. The format is settled before the work
begins, so that nobody waits for what cannot be written.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from ctmm_dsl.reading import Trouble
from generators.quoting import json_bytes
from generators.report.html import html_bytes
from generators.report.markdown import markdown_bytes
from generators.report.page import Document
from generators.writer import save

STANDARD_OUTPUT = Path("-")
SUFFIXES = {"html": ".html", "markdown": ".md", "docx": ".docx", "json": ".json", "text": ".txt"}
PAGES = ("html", "markdown", "docx")


@dataclass(frozen=True, slots=True)
class Forms:
    """One thing as text, as plain data and as a page; only what is asked for is made."""

    text: Callable[[], str]
    data: Callable[[], object]
    page: Callable[[], Document]


def writer(out: Path | None, otherwise: str) -> Callable[[Forms], bytes]:
    """What writes a thing in the format that a file's suffix asks for; in the other one on standard output."""
    form = _form(out, otherwise, SUFFIXES)
    if form in PAGES:
        write = _page_bytes(form)
        return lambda made: write(made.page())
    if form == "json":
        return lambda made: json_bytes(made.data())
    return lambda made: made.text().encode("utf-8")


def page_writer(out: Path | None) -> Callable[[Document], bytes]:
    """The same for what is a page and nothing else: Markdown on standard output."""
    return _page_bytes(_form(out, "markdown", PAGES))


def is_standard_output(out: Path | None) -> bool:
    return out is None or out == STANDARD_OUTPUT


def deliver(data: bytes, out: Path | None) -> None:
    """Write to a file; to standard output without one, or where it is called `-`."""
    if out is None or is_standard_output(out):
        sys.stdout.write(data.decode("utf-8"))
    else:
        save(out, data)


# ---- formats -----------------------------------------------------------------------------------------------------


def _form(out: Path | None, otherwise: str, known: Iterable[str]) -> str:
    if out is None or is_standard_output(out):
        return otherwise
    suffixes = {SUFFIXES[form]: form for form in known}
    form = suffixes.get(out.suffix.lower())
    if form is None:
        raise Trouble(
            f"{out}：不认识的格式；文件名要以 {'、'.join(suffixes)} 结尾",
            f"{out}: an unknown format; the name must end in {', '.join(suffixes)}",
        )
    return form


def _page_bytes(form: str) -> Callable[[Document], bytes]:
    if form == "docx":
        return _docx()
    return html_bytes if form == "html" else markdown_bytes


def _docx() -> Callable[[Document], bytes]:
    try:
        from generators.report.docx import docx_bytes
    except ModuleNotFoundError as error:
        if error.name != "docx":
            raise
        raise Trouble(
            "写 .docx 要用 python-docx；请运行 pip install 'ctmm-dsl[office]'",
            "writing .docx takes python-docx; run pip install 'ctmm-dsl[office]'",
        ) from error
    return docx_bytes
