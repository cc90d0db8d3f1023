"""`ctmm diff`: what a revision changes in meaning, shown in every form that people hand around; and whether it may pass."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from ctmm_dsl.cli.delivery import Forms, deliver, is_standard_output, writer
from ctmm_dsl.cli.sides import two_sides
from ctmm_dsl.cli.surroundings import colour
from ctmm_dsl.reading import Trouble, read_bytes, understand
from ctmm_dsl.revision import revision
from ctmm_dsl.revision.waivers import Waiver, judged, waivers
from ctmm_dsl.source import Source
from generators.quoting import printable
from generators.report.markdown import markdown_bytes
from generators.report.page import Document
from generators.revision.as_json import told_json
from generators.revision.changes import changes_document
from generators.revision.comparison import comparison_document
from generators.revision.log import log_document
from generators.revision.telling import Speech, Told, nodes, titles
from generators.revision.text import text

TABLES: dict[str, Callable[[Told, str], Document]] = {
    "changes": changes_document,
    "log": log_document,
    "comparison": comparison_document,
}


def run(arguments: Namespace) -> int:
    write = writer(arguments.output, arguments.format)
    agreed = _waivers(arguments.waivers) if arguments.waivers else ()
    old, new = two_sides(arguments.old, arguments.new)
    found = revision(old.model, new.model)
    told = Told(
        printable(old.name), printable(new.name), titles(old.model, new.model), nodes(old.model, new.model), found, judged(found, agreed),
        printable(str(arguments.waivers or "")),
    )  # fmt: skip
    deliver(write(_forms(told, arguments)), arguments.output)
    return _verdict(told, arguments)


def _verdict(told: Told, arguments: Namespace) -> int:
    """1 where a change of the class that was named, or a graver one, was not agreed to."""
    grave = told.judged.at_least(arguments.fail_on) if arguments.fail_on else ()
    if grave:
        say = Speech(arguments.lang)
        print(f"ctmm: {say('failed', count=len(grave), grade=say.grade(arguments.fail_on))}", file=sys.stderr)
    return 1 if grave else 0


# ---- writing -----------------------------------------------------------------------------------------------------


def _forms(told: Told, arguments: Namespace) -> Forms:
    def page() -> Document:
        return TABLES[arguments.table](told, arguments.lang)

    def shown() -> str:
        """The changes as plain text. The log and the comparison are documents: as text they are Markdown."""
        if arguments.table != "changes":
            return markdown_bytes(page()).decode("utf-8")
        return text(told, arguments.lang, colour=colour() and is_standard_output(arguments.output))

    return Forms(shown, lambda: told_json(told), page)


# ---- waivers -----------------------------------------------------------------------------------------------------


def _waivers(file: Path) -> tuple[Waiver, ...]:
    """What a file agrees to; `Trouble` with every slip in it."""
    source = understand(file.as_posix(), read_bytes(file))
    if not isinstance(source, Source):
        raise Trouble(f"{file}：{source.message('zh')}", f"{file}: {source.message('en')}")
    found, slips = waivers(source.text)
    if slips:
        zh, en = (
            "\n".join(f"{file}:{slip.line}{colon}{slip.words[tongue]}" for slip in slips)
            for tongue, colon in (("zh", "："), ("en", ": "))
        )
        raise Trouble(zh, en)
    return found
