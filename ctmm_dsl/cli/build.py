"""`ctmm build`: check, then make every artefact; nothing is written while there is an error."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

import ctmm_dsl
from ctmm_dsl.cli.digest import spec_digest
from ctmm_dsl.cli.saying import say
from ctmm_dsl.cli.surroundings import colour
from generators.stamp import digest_of, stamp, up_to_date

if TYPE_CHECKING:
    from generators.writer import Written


def run(arguments: Namespace) -> int:
    spec, out = arguments.spec, arguments.out
    digest = spec_digest(spec)
    made_from = digest_of([("spec", digest.encode()), ("compiler", compiler_digest().encode())])
    plain = not (arguments.check or arguments.list or arguments.only)
    if plain and (count := up_to_date(out, made_from)) is not None:
        say(arguments.lang, f"{out} 已是最新：{count} 个文件", f"{out} is up to date: {count} files")
        return 0
    return _build(arguments, digest, made_from)


def _build(arguments: Namespace, digest: str, made_from: str) -> int:
    from ctmm_dsl.cli.project import compile_spec
    from ctmm_dsl.render import terminal
    from ctmm_dsl.scheme import schemes
    from generators.artefact import Edition
    from generators.build import emit
    from generators.writer import compare, remember, write

    out, only = arguments.out, tuple(name for name in arguments.only.replace("，", ",").split(",") if name)
    outcome, findings = compile_spec([arguments.spec])
    if findings:
        told = sys.stderr if arguments.list else sys.stdout
        told.write(terminal.render(findings, arguments.lang, colour=colour(told)))
    if not outcome.sound:
        say(arguments.lang, "有错误，没有生成", "there are errors: nothing was made")
        return 1
    files = emit(Edition(outcome.model, schemes(outcome.model), outcome.allowed, digest), only)
    if arguments.list:
        print("\n".join(sorted(files)))
        return 0
    if arguments.check:
        return _report(arguments, compare(files, out, whole=not only))
    written = write(files, out, whole=not only)
    if not only and not findings:
        remember(stamp(made_from, files), out)  # with findings that stand, the next build tells them again
    print(summed_up(out, written, arguments.lang))
    return 0


def summed_up(out: Path, written: Written, language: str) -> str:
    """What was written, in one line."""
    counts = len(written.new), len(written.changed), len(written.removed), written.unchanged
    if language == "zh":
        return "{}：新增 {}，更新 {}，删除 {}，未变 {}".format(out, *counts)
    return "{}: {} new, {} changed, {} removed, {} unchanged".format(out, *counts)


def _report(arguments: Namespace, difference: Written) -> int:
    kinds = (
        (difference.new, ("缺少", "missing")),
        (difference.changed, ("不一致", "differs")),
        (difference.removed, ("多余", "no longer made")),
    )
    stale = [(path, words) for paths, words in kinds for path in paths if path not in difference.unmade]
    for path, (zh, en) in stale:
        say(arguments.lang, f"{zh}：{arguments.out / path}", f"{en}: {arguments.out / path}")
    if stale:
        say(arguments.lang, "请运行 ctmm build", "run ctmm build")
        return 1
    count = difference.unchanged
    say(arguments.lang, f"{arguments.out} 与标准一致：{count} 个文件", f"{arguments.out} is fresh: {count} files")
    return 0


def compiler_digest() -> str:
    """The digest of the program itself: other code may make other artefacts of the same spec."""
    package = Path(ctmm_dsl.__file__).parent
    folders = (package, package.parent / "generators")
    files = [file for folder in folders for pattern in ("*.py", "*.lark", "*.jinja") for file in folder.rglob(pattern)]
    return digest_of((file.relative_to(package.parent).as_posix(), file.read_bytes()) for file in files)
