"""The page of a finding: why the check is there, the slip, what the compiler says about it, the repair.

In: `pages/CODE.md`, the part that is written by hand. Out: the page as `ctmm explain` prints it and as `docs/findings` holds it. What the
compiler says is not written down anywhere: the example is compiled, so a page cannot lie about it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ctmm_dsl.assessment import Problem, read_assessment
from ctmm_dsl.assessment.problem import join
from ctmm_dsl.catalogue import CATALOGUE, FAMILIES, assessments, entry
from ctmm_dsl.findings import LANGUAGES, Both, Entry, Finding, both
from ctmm_dsl.model import Scheme
from ctmm_dsl.pipeline import compile_sources
from ctmm_dsl.reading import understand
from ctmm_dsl.render.terminal import SEVERITY_WORDS, render
from ctmm_dsl.scheme import schemes
from ctmm_dsl.sheets.opening import opened
from ctmm_dsl.sheets.tables import filled
from ctmm_dsl.source import Source

FOLDER = "docs/findings"

BAD = both("有误的写法", "The slip")
SAYS = both("编译器怎么说", "What the compiler says")
GOOD = both("改正之后", "The repair")
STANDS_FOR = both(
    "（⟨U+…⟩ 表示这个字符本身，⟨字×数⟩ 表示这些字重复这么多次。）",
    "(⟨U+…⟩ stands for that very character, ⟨字×n⟩ for that text n times.)",
)
INDEX = both("检查代码", "Finding codes")
COLUMNS = both("代码 | 名称 | 轻重 | 说的是", "code | slug | severity | message")

GENERATED = (
    "<!-- 由 ctmm_dsl/pages 与目录生成，请勿手改 · generated from ctmm_dsl/pages and the catalogue; do not edit -->"
)

_PART = re.compile(r"(?m)^# (zh|en|bad|good)\n")
_FILE = re.compile(r"(?m)^--- (\S+)((?: [A-Z0-9-]+)*)\n")
_STANDS_FOR = re.compile(r"⟨(?:U\+([0-9A-F]{4,5})|([^⟨⟩]+)×([0-9]+))⟩")
_FLOAT = re.compile(r'"(\w+)": ([0-9]+\.[0-9]+)')
_SUGGESTION = re.compile(r"\{(?:nearest|guess)\}")


@dataclass(frozen=True, slots=True)
class ExampleFile:
    """A file of an example, as it is shown. `⟨U+200B⟩` in it stands for that character, `⟨城×100⟩` for a hundred of them; `traits` say
    how it is stored where that matters: GB18030, CRLF, BOM."""

    name: str
    text: str
    traits: tuple[str, ...] = ()

    @property
    def data(self) -> bytes:
        text = _STANDS_FOR.sub(_meant, self.text)
        if "CRLF" in self.traits:
            text = text.replace("\n", "\r\n")
        data = text.encode("gb18030" if "GB18030" in self.traits else "utf-8")
        return b"\xef\xbb\xbf" + data if "BOM" in self.traits else data


@dataclass(frozen=True, slots=True)
class Page:
    """The hand-written part of a page."""

    entry: Entry
    why: Both
    bad: tuple[ExampleFile, ...]
    good: tuple[ExampleFile, ...]


def page(code: str, language: str) -> str:
    """The page of a code in a language, as Markdown; why is told in the other one as well. Raises `KeyError` for an unknown code."""
    languages = (language, *(other for other in LANGUAGES if other != language))
    return _markdown(read_page(code), languages, says=(language,))


def documents() -> dict[str, str]:
    """Every file of `docs/findings`, in both languages: path, relative to the project, to text."""
    pages = {
        f"{FOLDER}/{known.code}.md": f"{GENERATED}\n\n{_markdown(read_page(known.code), LANGUAGES, says=LANGUAGES)}"
        for known in CATALOGUE
    }
    return {f"{FOLDER}/README.md": _index(), **pages}


@cache
def read_page(code: str) -> Page:
    """The hand-written part of a page, taken apart. Raises `KeyError` where there is no such code."""
    known = entry(code)
    if known is None:
        raise KeyError(code)
    text = files(__package__).joinpath("pages", f"{code}.md").read_text("utf-8")
    _, *halves = _PART.split(text)
    parts = dict(zip(halves[::2], halves[1::2], strict=True))
    why = both(parts["zh"].strip(), parts["en"].strip())
    return Page(known, why, example(parts["bad"]), example(parts["good"]))


def example(text: str) -> tuple[ExampleFile, ...]:
    """The files of an example: each begins with a line `--- name`, which may go on with its traits."""
    _, *thirds = _FILE.split(text)
    return tuple(
        ExampleFile(name, body.strip("\n") + "\n" if body.strip() else "", tuple(traits.split()))
        for name, traits, body in zip(thirds[::3], thirds[1::3], thirds[2::3], strict=True)
    )


def _meant(match: re.Match[str]) -> str:
    code, character, times = match.groups()
    return chr(int(code, 16)) if code else character * int(times)


# ---- what the compiler says --------------------------------------------------------------------------------------


def found_in(example_files: Iterable[ExampleFile]) -> list[Finding] | list[Problem]:
    """What the compiler finds in an example; where it holds an assessment, what is wrong with that."""
    spec = [file for file in example_files if not file.name.endswith((".json", ".csv", ".py"))]
    read = [understand(file.name, file.data) for file in spec]
    sources = [source for source in read if isinstance(source, Source)]
    outcome = compile_sources(sources, [finding for finding in read if isinstance(finding, Finding)])
    for file in example_files:
        if file.name.endswith(".json") and not outcome.findings:
            answers = read_assessment(file.data.decode("utf-8"), schemes(outcome.model)[-1])
            return answers if isinstance(answers, list) else []
        if file.name.endswith(".csv") and not outcome.findings:
            scheme = schemes(outcome.model)[-1]
            answers = filled(opened(file.data), scheme).assessment(scheme)
            return answers if isinstance(answers, list) else []
        if file.name.endswith(".py") and not outcome.findings:
            return _of_a_program(file.text, schemes(outcome.model)[-1])
    return list(outcome.findings)


def _of_a_program(text: str, scheme: Scheme) -> list[Problem]:
    """What a scorer says of the floats that a program hands it: no file can hold one, since what a file holds is read exactly."""
    reported = scheme.standard.reported
    return [
        Problem(assessments.NOT_EXACT, join("values", name), {"name": reported[name].label, "value": number})
        for name, number in _FLOAT.findall(text)
    ]


def said_of(example_files: Sequence[ExampleFile], language: str) -> str:
    """What the compiler prints of an example; nothing where it is sound."""
    findings = [finding for finding in found_in(example_files) if isinstance(finding, Finding)]
    problems = [problem for problem in found_in(example_files) if isinstance(problem, Problem)]
    return render(findings, language) + "".join(problem.message(language) + "\n" for problem in problems)


# ---- as Markdown -------------------------------------------------------------------------------------------------


def _markdown(written: Page, languages: Sequence[str], says: Sequence[str]) -> str:
    known = written.entry
    severity, family = SEVERITY_WORDS[known.severity], FAMILIES[known.code[:3]]
    said = [_fenced(said_of(written.bad, one), "text") for one in says]
    parts = [
        f"# {known.code} {known.slug}",
        " · ".join(" ".join(words[one] for one in says) for words in (severity, family)),
        *(f"> {pattern(known, one)}" for one in says),
        *(written.why[one] for one in languages),
        _title(BAD, says),
        *_shown(written.bad),
        *(STANDS_FOR[one] for one in says if any(_STANDS_FOR.search(file.text) for file in written.bad)),
        _title(SAYS, says),
        *said,
        _title(GOOD, says),
        *_shown(written.good),
    ]
    return "\n\n".join(parts) + "\n"


def pattern(known: Entry, language: str) -> str:
    """The message with its holes, without the suggestion that only some findings have."""
    return _SUGGESTION.sub("", known.message[language])


def _title(words: Both, languages: Sequence[str]) -> str:
    return "## " + " · ".join(words[one] for one in languages)


def _shown(example_files: Sequence[ExampleFile]) -> Iterator[str]:
    for file in example_files:
        kind = {"json": "json", "csv": "csv", "py": "python"}.get(file.name.rpartition(".")[2], "ctmm")
        yield " ".join((f"`{file.name}`", *file.traits))
        yield _fenced(file.text, kind)


def _fenced(text: str, kind: str) -> str:
    return f"```{kind}\n{text}```"


def _index() -> str:
    """All codes by family, in both languages."""
    parts = [GENERATED, f"# {INDEX['zh']} · {INDEX['en']}"]
    for family, words in FAMILIES.items():
        members = [known for known in CATALOGUE if known.code.startswith(family)]
        if members:
            parts.append(f"## {family}… {words['zh']} · {words['en']}")
            parts += ["\n".join(_table(members, language)) for language in LANGUAGES]
    return "\n\n".join(parts) + "\n"


def _table(members: Sequence[Entry], language: str) -> Iterator[str]:
    yield f"| {COLUMNS[language]} |"
    yield "|---|---|---|---|"
    for known in members:
        message = pattern(known, language).replace("|", "\\|")
        severity = SEVERITY_WORDS[known.severity][language]
        yield f"| [{known.code}]({known.code}.md) | {known.slug} | {severity} | {message} |"
