"""Whatever stands in a file gives findings and never an exception, in every format and both languages; and it gives them quickly."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctmm_dsl import grammar
from ctmm_dsl.findings import LANGUAGES, Finding
from ctmm_dsl.pipeline import Outcome, compile_sources
from ctmm_dsl.reading import find, read
from ctmm_dsl.render import FORMATS
from ctmm_dsl.source import Source, decode
from tests import strategies

some = settings(max_examples=60, derandomize=True, database=None, deadline=None)

FILES = {path.relative_to(strategies.SPEC).as_posix(): path.read_bytes() for path in find([strategies.SPEC])}
SECONDS = 60  # no measure of speed: what is quadratic takes far longer
"""Far more than anything here takes, and far less than what grows with the square of its input."""


def compiled(*texts: str) -> Outcome:
    """Compile texts and say what was found in every format and language."""
    return rendered(compile_sources(decode(f"{at}.ctmm", text.encode("utf-8")) for at, text in enumerate(texts)))


def rendered(outcome: Outcome, unread: tuple[Finding, ...] = ()) -> Outcome:
    findings = (*unread, *outcome.findings, *(finding for finding, _ in outcome.allowed))
    for render in FORMATS.values():
        for language in LANGUAGES:
            assert isinstance(render(findings, language), str)
    return outcome


# ---- texts from nowhere ------------------------------------------------------------------------------------------------


@settings(some, max_examples=200)
@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_any_text(text: str) -> None:
    outcome = compiled(text)
    assert outcome.findings or outcome.model.documents(), "a file that means nothing is told so"


WORDS = (
    "ctmm", "AR", "AR.1", "AR.1/1a", "ctmm:AR.1", "20%", "２０％", "0%", "101%", "99999999999999999999", "1..99999999999", "1", "10", "70",
    "３", "0.0000001", "a)", "-", "->", ">", "≥", "=", "+", "#", '"', '""', '"名 称"', "名称", "一级", "level 1", "level 0", "等级 99",
    "[1]", "CT3001", "@", "mean of clauses, own level", "weighted sum", "any", "score > 70", "50..40", "/", "…", "\ufeff", "\u2028", "\x00",
    "\x85", "\x1b[31m",
    "items_total", "b1", "1 / 0", "(", "）", "* 100", "=", "tier b1", ">= 90% 30", ">= 60% < 90% 20", "else 0", "checklist up to 60",
    "up to 5", "gate b1 5", "per b1 each 2", "min(1, b1)", "if b1 then 1 else 0", "not not b1", "a / b empty 1", "count 项 at point",
    "amount km² over period", "range 5..1", "range > 0", "option none 没有", "@within items_total", "@builds-on 2", "1 尚无计划", "rubric",
    "low median", "of total", "[1f3a9c2d 77b0de11]", "＞＝", "÷", "–", "1e309", "0.000000000000001",
)  # fmt: skip
"""What may stand beside a keyword, rightly or wrongly."""


def words() -> st.SearchStrategy[str]:
    """The language's own words and what they stand beside: texts that get far before they go wrong."""
    keywords = sorted({word for twins in grammar.keywords().values() for word in twins})
    return st.one_of(
        st.sampled_from(keywords),
        st.sampled_from(strategies.HOSTILE),
        st.sampled_from(WORDS),
        st.text(st.characters(codec="utf-8"), max_size=4),
    )


@settings(some, max_examples=500)
@given(
    st.lists(
        st.tuples(st.sampled_from(("", "", " ", "  ", "\t", "    ", "　", "      ")), st.lists(words(), max_size=6)),
        max_size=25,
    )
)
def test_any_words(lines: list[tuple[str, list[str]]]) -> None:
    compiled("\n".join(indent + " ".join(line) for indent, line in lines))


@some
@given(st.lists(st.lists(words(), max_size=5).map(" ".join), max_size=12), st.sampled_from(sorted(FILES)))
def test_any_words_under_any_heading(lines: list[str], name: str) -> None:
    """Each line under each heading of a shipped file's kind, so that it meets the grammar of that block."""
    headings = dict.fromkeys(line for line in FILES[name].decode().splitlines() if line[:1].strip())
    kinds = {line.split()[0]: line for line in headings}
    body = "".join(f"\n  {line}" for line in lines)
    compiled("\n".join(heading + body for heading in kinds.values()))


@settings(some, max_examples=100)
@given(
    st.binary(max_size=120),
    st.sampled_from((b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", "standard a 名\n".encode())),
)
def test_any_bytes(tmp_path_factory: pytest.TempPathFactory, data: bytes, head: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "any.ctmm"
    file.write_bytes(head + data)
    sources, unread = read([file])
    assert len(sources) + len(unread) == 1
    rendered(compile_sources(sources), tuple(unread))


# ---- texts that were sound ----------------------------------------------------------------------------------------------


def whole_with(name: str, data: str) -> Outcome:
    """The shipped spec with one of its files replaced."""
    texts = {path: text.decode() for path, text in FILES.items()} | {name: data}
    return rendered(compile_sources(Source(path, text) for path, text in texts.items()))


def damaged(text: str, random: Random) -> str:
    """One line deleted, doubled, swapped, emptied, indented, cut short, put together with another, or with something put into it."""
    lines = text.split("\n")
    at, other = random.randrange(len(lines)), random.randrange(len(lines))
    line, place = lines[at], random.randrange(len(lines[at]) + 1)
    word = random.choice(
        [*strategies.HOSTILE, "\x00", " ", "　", '"', "%", "@", "#", "- ", "level 7", "\t", "９", "\u2028", "：", "\n"]
    )
    match random.randrange(9):
        case 0:
            del lines[at]
        case 1:
            lines.insert(other, line)
        case 2:
            lines[at], lines[other] = lines[other], lines[at]
        case 3:
            lines[at] = ""
        case 4:
            lines[at] = random.choice(("", " ", "  ", "\t", "      ")) + line.strip()
        case 5:
            lines[at] = line[:place]
        case 6:
            lines[at] = line + lines[other]
        case 7:
            lines[at] = line[:place] + word + line[place:]
        case _:
            lines[at] = line[:place] + word + line[place + 1 :]
    return "\n".join(lines)


@pytest.mark.parametrize("name", sorted(FILES))
def test_damaged_lines(name: str) -> None:
    """One to five slips in a shipped file, the other files whole."""
    random = Random(name)
    for _ in range(8):
        text = FILES[name].decode()
        for _ in range(random.randint(1, 5)):
            text = damaged(text, random)
        whole_with(name, text)


CALCULATED = {
    path.name: path.read_text("utf-8")
    for path in sorted((Path(__file__).parents[1] / "language" / "calculated").iterdir())
}
SIGNS = '()（）+-*/×÷＋－＝=<>≥%％,，.。 0１9ab_\t\n"“@#'


@pytest.mark.parametrize("name", CALCULATED)
def test_damaged_calculations(name: str) -> None:
    """Small standards of formulas and rubrics, where nearly every slip strikes a calculation: some lines broken, some signs put in."""
    random = Random(name)
    for _ in range(150):
        text = CALCULATED[name]
        for _ in range(random.randint(1, 4)):
            if random.random() < 0.5:
                place = random.randrange(len(text))
                text = text[:place] + random.choice(SIGNS) + text[place + random.randint(0, 1) :]
            else:
                text = damaged(text, random)
        others = [one for other, one in CALCULATED.items() if other != name]
        compiled(text, *others)


@pytest.mark.parametrize("name", sorted(FILES))
def test_files_cut_short(name: str) -> None:
    random, text = Random(name), FILES[name].decode()
    for at in (1, len(text) - 1, *(random.randrange(len(text)) for _ in range(3))):
        whole_with(name, text[:at])
        compiled(text[at:])


@pytest.mark.parametrize("name", sorted(FILES))
def test_files_alone(name: str) -> None:
    """Without its neighbours a file's references lead nowhere; that is a finding, or nothing at all."""
    compiled(FILES[name].decode())


# ---- texts that are large, deep or circular -----------------------------------------------------------------------------


HEAD = "standard a 名\n  edition 1\n  layers 甲\n\n"
DOMAIN = HEAD + "levels\n  1 一\n\ndomain A 甲\n"
DIGITS = "9" * 5_000


def deep(line: str) -> str:
    return "\n".join(" " * (2 + at // 5) + line for at in range(5_000))


FORMULAS = (
    "standard a 名\n  edition 1\n  layers 甲\n\nmethod\n  leaf formula\n  parent weighted sum\n\n"
    "quantity n 数 count 个 at point\nquantity f 旗 flag at point\n\ndomain A 甲\n"
)


def part_of_the_next(count: int, last: str) -> str:
    """Quantities of which each is a part of the next, and computed from it."""
    names = [f"q{at}" for at in range(count)] + [last]
    blocks = [
        f"quantity {one} 数 count 个 at point\n  = {other} + 1\n  @within {other}\n" for one, other in pairwise(names)
    ]
    return FORMULAS + "  score = per q0 each 1 up to 100\n" + "".join(blocks)


def parts(count: int, body: str) -> str:
    """Parts of which each is made of the one before it."""
    lines = [f"  let p{at} = {body.replace('p', f'p{at - 1}')}\n" for at in range(1, count)]
    return (
        FORMULAS
        + "  let p0 = n\n"
        + "".join(lines)
        + f"  score = per n each 1 up to 100\n  reading r 另\n    score = p{count - 1}\n"
    )


LARGE: dict[str, Callable[[], str]] = {
    "5,000 times not": lambda: FORMULAS + f"  score = if {'not ' * 4_900}f then 1 else 0\n",
    "a sum of 5,000 terms": lambda: FORMULAS + f"  score = {' + '.join(['n'] * 5_000)}\n",
    "a product of 5,000 factors": lambda: FORMULAS + f"  score = {' * '.join(['n'] * 5_000)}\n",
    "1,500 divisions": lambda: FORMULAS + f"  score = n{' / n empty 1' * 1_500}\n",
    "9,000 brackets": lambda: FORMULAS + f"  score = {'(' * 9_000}n{')' * 9_000}\n",
    "9,000 brackets that do not close": lambda: FORMULAS + f"  score = {'(' * 9_000}n\n",
    "2,000 times min": lambda: FORMULAS + f"  score = {'min(n, ' * 2_000}n{')' * 2_000}\n",
    "1,000 times if": lambda: FORMULAS + f"  score = {'if f then n else ' * 1_000}1\n",
    "90 times if in if": lambda: FORMULAS + f"  score = {'if f then ' * 90}1{' else 0' * 90}\n",
    "5,000 steps of a tier": lambda: (
        FORMULAS + "  score = tier n\n" + "".join(f"    = {at} {at}\n" for at in range(5_000))
    ),
    "5,000 entries of a checklist": lambda: FORMULAS + "  score = checklist\n" + "    f 1\n" * 5_000,
    "5,000 names that there are not": lambda: FORMULAS + "".join(f"  let b{at} = x{at}\n" for at in range(5_000)),
    "2,000 readings": lambda: (
        FORMULAS + "  score = per n each 1\n" + "".join(f"  reading r{at} 另\n    score = n\n" for at in range(2_000))
    ),
    "3,000 quantities": lambda: FORMULAS + "".join(f"quantity q{at} 数 count 个 at point\n" for at in range(3_000)),
    "3,000 quantities of one name": lambda: FORMULAS + "quantity q 数 count 个 at point\n" * 3_000,
    "2,000 quantities in a circle": lambda: part_of_the_next(2_000, "q0"),
    "2,000 quantities in a chain": lambda: part_of_the_next(2_000, "none"),
    "a quantity that is itself": lambda: part_of_the_next(1, "q0"),
    "2,000 parts in a chain": lambda: parts(2_000, "p + n"),
    "60 parts of which each is the one before twice": lambda: parts(60, "p + p"),
    "60 parts of which each is the one before squared": lambda: parts(60, "p * p"),
    "60 parts of which each is the one before squared, of a number": lambda: parts(60, "p * p").replace(
        "at point\nq", "at point\n  range 1..999999\nq"
    ),
    "2,000 options": lambda: (
        FORMULAS + "quantity c 选 choice at point\n" + "".join(f"  option o{at} 项{at}\n" for at in range(2_000))
    ),
    "a factor of 5,000 digits": lambda: FORMULAS + f"  score = {DIGITS} * n\n",
    "a range of 5,000 digits": lambda: FORMULAS + f"quantity q 数 count 个 at point\n  range 1..{DIGITS}\n",
    "points of 5,000 digits": lambda: FORMULAS + f"  score = tier n\n    >= {DIGITS} {DIGITS}\n    else 0\n",
    "a rubric's level of 5,000 digits": lambda: DOMAIN + f"  rubric\n    {DIGITS} 文\n      @builds-on {DIGITS}\n",
    "5,000 levels of a rubric": lambda: DOMAIN + "  rubric\n" + "".join(f"    {at} 文\n" for at in range(5_000)),
    "2,000 columns and documents": lambda: (
        DOMAIN + "".join(f"column c{at} 列\n  1 文\ndocument D{at} 文\n" for at in range(2_000))
    ),
    "one line of 5 MB of Chinese": lambda: HEAD + "domain A " + "宽" * 1_700_000,
    "one line of 50 MB without a heading": lambda: "x" * 50_000_000,
    "one line of 50 MB of blanks": lambda: HEAD + " " * 50_000_000 + "x",
    "one word of 19,000 characters": lambda: HEAD + "domain A " + '"' * 9_000 + "名" * 10_000,
    "5,000 lines, up to 1,000 deep": lambda: HEAD + "section 1 范围\n" + deep("文"),
    "5,000 notes, up to 1,000 deep": lambda: DOMAIN + deep("@note 文"),
    "5,000 clauses, up to 1,000 deep": lambda: DOMAIN + "  level 1\n" + deep("  - 文"),
    "10,000 lines that mean nothing": lambda: DOMAIN + "  ??\n" * 10_000,
    "10,000 headings that mean nothing": lambda: HEAD + "\n".join(f"dommain A{at} 甲" for at in range(10_000)),
    "10,000 levels of one leaf": lambda: DOMAIN + "  level 1\n    - 文\n" * 10_000,
    "2,000 domains of one name": lambda: HEAD + "\n".join(f"domain A{at} 甲" for at in range(2_000)),
    "2,000 domains of one identifier": lambda: HEAD + "\n".join("domain A 甲" for _ in range(2_000)),
    "2,000 clauses": lambda: DOMAIN + "  level 1\n" + "".join(f"    - 条款{at}\n" for at in range(2_000)),
    "2,000 brackets": lambda: DOMAIN + "  level 1\n    - " + "（" * 2_000,
    "ten milliard levels of a class": lambda: HEAD + "levels\n  1 一\n\nclasses\n  甲类 1..9999999999\n",
    "a level of 5,000 digits": lambda: HEAD + f"levels\n  {DIGITS} 一\n",
    "a cell's level of 5,000 digits": lambda: DOMAIN + f"  level {DIGITS}\n    - 文\n",
    "a motto's level of 5,000 digits": lambda: DOMAIN + f"  motto {DIGITS} 文\n",
    "a class of 5,000 digits": lambda: HEAD + f"classes\n  甲类 1..{DIGITS}\n",
    "a weight of 5,000 digits": lambda: HEAD + f"domain A 甲 {DIGITS}%\n",
    "points of 5,000 places": lambda: HEAD + f"scale 度\n  a 甲 0.{DIGITS}\n  b 乙 0\n",
    "a threshold of 5,000 digits": lambda: HEAD + f"method\n  reached score > {DIGITS}\n",
    "an expectation of 5,000 digits": lambda: HEAD + f"expect\n  domains {DIGITS} = {DIGITS} + {DIGITS}\n",
    "a figure of 5,000 digits": lambda: DOMAIN + f"  level 1\n    - 文\n      @metric m > {DIGITS}%\n",
    "a clause's figure of 5,000 digits": lambda: DOMAIN + f"  level 1\n    - 不少于{DIGITS}个，{DIGITS}%\n",
    "a count of 5,000 digits in the prose": lambda: DOMAIN + f"section 1 范围\n  共{DIGITS}个甲，{DIGITS}个等级\n",
    "a section of 5,000 digits": lambda: HEAD + f"section {DIGITS} 范围\n  文\n",
    "an identifier of 5,000 digits": lambda: HEAD + f"domain {DIGITS} 甲\nsubdomain {DIGITS}.{DIGITS} 乙\n",
}


@pytest.mark.parametrize("name", LARGE)
def test_large_texts_are_read_quickly(name: str) -> None:
    text = LARGE[name]()
    begun = time.process_time()
    outcome = compile_sources([decode("large.ctmm", text.encode("utf-8"))])
    for render in FORMATS.values():
        render(outcome.findings, "zh")
    assert time.process_time() - begun < SECONDS


def chain(count: int, last: str) -> list[str]:
    """Standards of which each is a part of the next; every one has a clause that uses a metric and an abbreviation."""
    names = [f"s{at}" for at in range(count)] + [last]
    return [
        f"standard {name} 名\n  edition 1\n  layers 甲\n  subset-of {other}\nlevels\n  1 一\n"
        "metric m 数 count\ndomain A 甲\n  level 1\n    - 建设 ABC 平台 3 个\n      @metric m >= 3\n      @from A/1a verbatim\n"
        for name, other in pairwise(names)
    ]


@pytest.mark.parametrize(
    ("texts", "codes"),
    [
        (chain(1, "s0"), {"CT4002"}),
        (chain(2, "s0"), {"CT4002"}),
        (chain(3, "s1"), {"CT4002"}),
        (chain(1200, "s0"), {"CT4002"}),
        (chain(1, "none"), {"CT4001"}),
        (chain(1200, "none"), {"CT4001"}),
        ([*chain(1200, "end"), "standard end 名\n  edition 1\n"], {"CT4003"}),
        (["profile p of none\n"], {"CT4001"}),
        (["crosswalk a -> b\n"], {"CT4001"}),
        (["profile p of p\n"], {"CT4001"}),
    ],
    ids=lambda value: None if isinstance(value, set) else f"{len(value)} files",
)
def test_standards_that_are_missing_or_part_of_themselves(texts: list[str], codes: set[str]) -> None:
    begun = time.process_time()
    assert codes <= {finding.code for finding in compiled(*texts).findings}
    assert time.process_time() - begun < SECONDS
