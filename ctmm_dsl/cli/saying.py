"""What a command says besides what it was asked for, in the user's language: what it did on standard output, what stands in its way on
standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from ctmm_dsl.cli.surroundings import colour
from ctmm_dsl.findings import ERROR, Finding


def say(language: str, zh: str, en: str) -> None:
    print(zh if language == "zh" else en)


def warn(language: str, zh: str, en: str) -> None:
    print(zh if language == "zh" else en, file=sys.stderr)


def tell_errors(findings: Iterable[Finding], language: str) -> bool:
    """Tell the errors among findings; whether there are any."""
    from ctmm_dsl.render import terminal

    errors = [finding for finding in findings if finding.entry.severity == ERROR]
    sys.stderr.write(terminal.render(errors, language, colour=colour(sys.stderr)))
    return bool(errors)
