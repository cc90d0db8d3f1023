"""Findings for a terminal: the message, the lines, the mark under the very characters, the way out.

Marks line up under Chinese text: a character is two cells wide. Colour is put in only where the command line asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ctmm_dsl.findings import ADVICE, ERROR, SEVERITIES, WARNING, Finding
from ctmm_dsl.render.visible import WIDE_BLANK, visible
from ctmm_dsl.source import Position, Span, cells

WIDTH = 100
"""So many cells of a line are shown; the rest, around the mark, is cut."""

GUTTER = 5
"""So many cells the line numbers take, at least."""

Paint = Callable[[str, str], str]

SEVERITY_WORDS = {
    ERROR: {"zh": "错误", "en": "error"},
    WARNING: {"zh": "警告", "en": "warning"},
    ADVICE: {"zh": "建议", "en": "advice"},
}
HINT = {"zh": "提示", "en": "hint"}
HELP = {"zh": "说明", "en": "help"}
COLOURS = {ERROR: "31", WARNING: "33", ADVICE: "36"}


def render(findings: Sequence[Finding], language: str, *, colour: bool = False) -> str:
    """All findings and a last line that counts them; nothing at all where there are none."""
    if not findings:
        return ""
    paint = _paint if colour else _plain
    blocks = [_finding(finding, language, paint) for finding in findings]
    return "\n\n".join([*blocks, summary(findings, language)]) + "\n"


def summary(findings: Sequence[Finding], language: str) -> str:
    counts = [(sum(finding.entry.severity == severity for finding in findings), severity) for severity in SEVERITIES]
    if language == "zh":
        return "，".join(f"{count} 个{SEVERITY_WORDS[severity]['zh']}" for count, severity in counts if count)
    return ", ".join(f"{count} {_plural(severity, count)}" for count, severity in counts if count)


def _plural(severity: str, count: int) -> str:
    return severity if count == 1 or severity == ADVICE else severity + "s"


def _finding(finding: Finding, language: str, paint: Paint) -> str:
    entry = finding.entry
    colour = COLOURS[entry.severity]
    word = SEVERITY_WORDS[entry.severity][language]
    where = finding.span.source.position(finding.span.start)
    colon = "：" if language == "zh" else ": "
    lines = [paint(f"{word} {entry.code} {entry.slug}", colour) + colon + finding.message(language)]
    lines.append(f"  {finding.span.source.path}:{where.line}:{where.column}")
    if finding.span.start < finding.span.end:  # else it is about the file as a whole
        lines += _excerpt(finding, language, paint)
    if finding.entry.help:
        lines.append(f"  {HINT[language]}{colon}{finding.help(language)}")
    lines.append(f"  {HELP[language]}{colon}ctmm explain {entry.code}")
    return "\n".join(lines)


def _excerpt(finding: Finding, language: str, paint: Paint) -> list[str]:
    """The lines that the finding is about, in the file's order where they are of one file."""
    marks: list[tuple[Span, str, bool]] = [(finding.span, finding.mark(language), True)]
    marks += [(related.span, related.words[language], False) for related in finding.related]
    marks.sort(key=lambda mark: (mark[0].source is not finding.span.source, mark[0].start))
    rows = [mark[0].source.position(mark[0].start) for mark in marks]
    gutter = max(GUTTER, *(len(str(row.line)) + 1 for row in rows))
    lines: list[str] = []
    shown_source = finding.span.source
    for (span, words, primary), row in zip(marks, rows, strict=True):
        if span.source is not shown_source:
            shown_source = span.source
            lines.append(f"  {span.source.path}:{row.line}:{row.column}")
        text, start, width = _window(span, row)
        lines.append(f"{row.line:>{gutter}} │ {text}")
        underline = ("^" if primary else "-") * width
        mark = paint(underline, COLOURS[finding.entry.severity]) if primary else underline
        lines.append(f"{'':>{gutter}} │ {' ' * start}{mark} {words}".rstrip())
    return lines


def _window(span: Span, where: Position) -> tuple[str, int, int]:
    """A line as shown, the cell where the mark begins in it, and how many cells the mark takes."""
    text = span.source.line(where.line)
    before, rest = text[: where.column - 1], text[where.column - 1 :]
    marked = rest[: max(span.end - span.start, 1)]
    after = rest[len(marked) :]
    marked = _head(marked, WIDTH // 2)
    if cells(before) > WIDTH // 2:
        before = "…" + _tail(before, WIDTH // 3)
    after = _head(after, max(WIDTH - cells(before) - cells(marked), 1))
    return _shown(before + marked + after), cells(_shown(before)), max(cells(_shown(marked)), 1)


def _shown(text: str) -> str:
    """Every cell that a mark may stand under is filled by a blank or a sign."""
    return visible(text).replace(WIDE_BLANK, "  ")


def _head(text: str, width: int) -> str:
    if cells(text[: width + 1]) <= width and len(text) <= width:
        return text
    used = 0
    for taken, character in enumerate(text):
        used += cells(character)
        if used > width - 1:
            return text[:taken] + "…"
    return text


def _tail(text: str, width: int) -> str:
    return _head(text[::-1][: width + 1], width)[::-1].lstrip("…")


def _plain(text: str, _: str) -> str:
    return text


def _paint(text: str, colour: str) -> str:
    return f"\x1b[1;{colour}m{text}\x1b[0m"
