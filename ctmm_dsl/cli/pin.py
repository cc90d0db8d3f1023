"""`ctmm pin`: write down in a crosswalk's rows on which texts they were judged.

Without --row, rows that say nothing are given their digests; rows that were judged on other texts are left alone and told. With --row,
the rows that are named are pinned to the texts as they stand: whoever calls it so has judged them anew. Nothing is written while there is
an error in the files, or in the standards that they compare.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ctmm_dsl.cli.project import compile_spec
from ctmm_dsl.cli.saying import say, tell_errors
from ctmm_dsl.findings import Finding, listed
from ctmm_dsl.fingerprint import changed_ends, pins_of
from ctmm_dsl.model import Crosswalk, Mapping
from ctmm_dsl.pinning import named_row, pinned
from ctmm_dsl.pipeline import Outcome
from ctmm_dsl.reading import Trouble, find, read_bytes
from ctmm_dsl.resolve.names import nearest_of
from ctmm_dsl.resolve.reader import plain
from generators.writer import save

Wanted = tuple[str, str]
"""A subject and a target of its; without one, all rows of the subject."""


def run(arguments: Namespace) -> int:
    paths = arguments.paths or [Path("spec")]
    outcome, _ = compile_spec(paths)
    named = {path.resolve() for path in find(paths)}
    crosswalks = [walk for walk in outcome.model.crosswalks if _file(walk).resolve() in named]
    if tell_errors(_concerned(outcome, named, crosswalks), arguments.lang):
        say(arguments.lang, "有错误，没有写入", "there are errors: nothing was written")
        return 1
    if not crosswalks:
        where = listed(paths)
        raise Trouble(f"{where['zh']} 里没有对照", f"there is no crosswalk in {where['en']}")
    wanted = [_wanted(word) for word in arguments.row]
    _all_there(wanted, crosswalks)
    differing = [_pin(walk, wanted, arguments) for walk in crosswalks]
    return 1 if arguments.check and any(differing) else 0


def _file(crosswalk: Crosswalk) -> Path:
    return Path(crosswalk.span.source.path)


def _concerned(outcome: Outcome, named: set[Path], crosswalks: Iterable[Crosswalk]) -> Iterator[Finding]:
    """The findings in the files that were named, and in the standards that their crosswalks compare."""
    compared = {
        standard.span.source.path
        for walk in crosswalks
        for side in (walk.source, walk.target)
        for standard in side.with_supersets()
    }
    for finding in outcome.findings:
        path = finding.span.source.path
        if path in compared or Path(path).resolve() in named:
            yield finding


def _wanted(word: str) -> Wanted:
    subject, _, target = plain(word).replace(" ", "").partition(",")
    return subject, target


def _is_wanted(row: Mapping, wanted: Sequence[Wanted]) -> bool:
    return any(row.subject == subject and target in ("", row.target) for subject, target in wanted)


def _all_there(wanted: Sequence[Wanted], crosswalks: Sequence[Crosswalk]) -> None:
    rows = [row for walk in crosswalks for row in walk.rows]
    for one in wanted:
        if not any(_is_wanted(row, [one]) for row in rows):
            name = ",".join(filter(None, one))
            near = nearest_of(name, [known for row in rows for known in (row.subject, named_row(row))])
            raise Trouble(f"没有 {name} 这一行{near['zh']}", f"there is no row {name}{near['en']}")


def _pin(crosswalk: Crosswalk, wanted: Sequence[Wanted], arguments: Namespace) -> bool:
    """Pin the rows of a crosswalk, unless it is only to be checked; whether there is a row that is not pinned to the present texts."""
    file = _file(crosswalk)
    chosen = [row for row in crosswalk.rows if (_is_wanted(row, wanted) if wanted else not row.pins)]
    changing = [row for row in chosen if pins_of(row) != row.pins]
    kept = {id(row) for row in changing}
    stale = [row for row in crosswalk.rows if id(row) not in kept and changed_ends(crosswalk, row)]
    if changing and not arguments.check:
        save(file, pinned(read_bytes(file), changing))
    _tell(file, changing, len(crosswalk.rows), arguments)
    if stale:
        rows = listed(named_row(row) for row in stale)
        zh = f"  {len(stale)} 行判定之后文字改过，未动；重新判定后用 --row：{rows['zh']}"
        en = f"  {len(stale)} judged on other texts, left alone; judge anew, then use --row: {rows['en']}"
        say(arguments.lang, zh, en)
    return bool(changing or stale)


def _tell(file: Path, changing: Sequence[Mapping], of: int, arguments: Namespace) -> None:
    missing = sum(not row.pins for row in changing)
    counts = (file, of, missing, len(changing) - missing)
    if arguments.check:
        zh, en = "{}：共 {} 行，未记 {} 行，待更新 {} 行", "{}: {} rows, {} without digests, {} to renew"
    else:
        zh, en = "{}：共 {} 行，补记 {} 行，更新 {} 行", "{}: {} rows, {} pinned, {} renewed"
    say(arguments.lang, zh.format(*counts), en.format(*counts))
