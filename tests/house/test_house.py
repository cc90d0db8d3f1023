"""The rules of the house, as far as a test can see them (docs/architecture.md)."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ORDER = (
    "source", "edits", "memory", "findings", "catalogue", "grammar", "syntax", "slips", "assemble", "placement", "parser",
    "model", "resolve", "expression", "scheme", "wording", "strength", "marks", "fingerprint", "pinning", "evidence",
    "checks", "assessment", "score", "sheets", "report", "revision", "drift", "analysis", "format", "render", "standing",
    "pipeline", "workspace", "fixes", "reading", "history", "explain", "server",
)  # fmt: skip
MODULES = sorted([*ROOT.glob("ctmm_dsl/**/*.py"), *ROOT.glob("generators/**/*.py")])
LONG = ("ctmm_dsl/catalogue/", "ctmm_dsl/syntax.py", "ctmm_dsl/model/")
LIKENESS = ("ctmm_dsl/wording.py", "ctmm_dsl/slips.py", "ctmm_dsl/checks/references.py")  # for suggestions; of no score
READERS = (
    "ctmm_dsl/reading.py", "ctmm_dsl/grammar.py", "ctmm_dsl/explain.py", "ctmm_dsl/cli/build.py", "ctmm_dsl/cli/__init__.py",
    "generators/stamp.py",
)  # fmt: skip
WRITERS = ("generators/writer.py",)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imports(path: Path) -> list[str]:
    found: list[str] = []
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.ImportFrom) and node.module:
            found += [node.module] if node.module != "ctmm_dsl" else [f"ctmm_dsl.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
    return found


def room(module: str) -> str:
    """`ctmm_dsl.checks.weights` to `checks`, `generators.tables` to `generators`."""
    first, _, rest = module.partition(".")
    return first if first == "generators" else rest.partition(".")[0]


def rank(module: str) -> int:
    name = room(module)
    if name in ORDER:
        return ORDER.index(name)
    return len(ORDER) + ("generators", "cli").index(name)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_one_way(path: Path) -> None:
    own = name_of(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    if own in ("ctmm_dsl", "ctmm_dsl.__main__"):
        return
    for module in imports(path):
        if module.startswith(("ctmm_dsl.", "generators")) and module != "ctmm_dsl.__version__":
            assert rank(module) <= rank(own), f"{own} imports {module}"


def test_generators_do_not_import_each_other() -> None:
    from generators.registry import GENERATORS

    emitting = {function.__module__ for _, function in GENERATORS}
    for path in ROOT.glob("generators/*.py"):
        own = "generators." + path.stem
        if own != "generators.registry":
            assert not (set(imports(path)) & emitting - {own}), own


def test_lark_is_imported_by_the_parser_alone() -> None:
    users = [name_of(path) for path in MODULES if any(module.split(".")[0] == "lark" for module in imports(path))]
    assert users == ["ctmm_dsl/parser.py"]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_import_hides_in_a_function(path: Path) -> None:
    if "/cli/" in name_of(path):
        return
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef):
            hidden = [inner for inner in ast.walk(node) if isinstance(inner, ast.Import | ast.ImportFrom)]
            assert not hidden, f"{node.name}, line {node.lineno}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_files_and_functions_stay_small(path: Path) -> None:
    lines = path.read_text("utf-8").count("\n")
    assert lines <= 300 or name_of(path).startswith(LONG), lines
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno is not None
            declares = name_of(path) == "ctmm_dsl/cli/arguments.py"
            assert node.end_lineno - node.lineno < (60 if declares else 45), f"{node.name}, line {node.lineno}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_say_what_they_are_for(path: Path) -> None:
    source = path.read_text("utf-8")
    assert not source or ast.get_docstring(tree_of(path)), name_of(path)


@pytest.mark.parametrize("path", [*MODULES, *sorted(ROOT.glob("build/*/scorer.py"))], ids=name_of)
def test_no_float(path: Path) -> None:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, float):
            assert name_of(path) in LIKENESS, f"{node.value} in line {node.lineno}"
        if isinstance(node, ast.Name):
            assert node.id != "float" or name_of(path) in LIKENESS, f"float in line {node.lineno}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_read_write_print_and_surroundings_have_their_rooms(path: Path) -> None:
    name, source = name_of(path), path.read_text("utf-8")
    if "/cli/" not in name:
        assert not re.search(r"\bprint\(|\bsys\.std|os\.environ|\bimport (time|random|datetime|locale)\b", source)
    if name not in (*READERS, *WRITERS):
        assert not re.search(r"\bopen\(|\.read_(text|bytes)\(", source)
    if name not in WRITERS:
        assert not re.search(r"\.write_(text|bytes)\(|\.mkdir\(|\.unlink\(", source)


def test_no_vague_names() -> None:
    vague = {"utils", "util", "helpers", "helper", "manager", "process", "misc", "common"}
    assert not [name_of(path) for path in MODULES if vague & set(path.relative_to(ROOT).with_suffix("").parts)]


def test_registries_are_tuples_written_by_hand() -> None:
    from ctmm_dsl.catalogue import CATALOGUE
    from ctmm_dsl.checks import RULES
    from generators.registry import GENERATORS

    assert all(isinstance(registry, tuple) for registry in (CATALOGUE, RULES, GENERATORS))
    codes = [entry.code for entry in CATALOGUE]
    slugs = [entry.slug for entry in CATALOGUE]
    assert len(set(codes)) == len(codes)
    assert len(set(slugs)) == len(slugs)
    assert {code for entry in CATALOGUE for code in entry.silent_after} <= set(codes)


def test_both_languages_have_the_same_holes() -> None:
    from string import Formatter

    from ctmm_dsl.catalogue import CATALOGUE

    for entry in CATALOGUE:
        for both in filter(None, (entry.message, entry.mark, entry.help)):
            assert both.keys() == {"zh", "en"}, entry.code
            holes = {
                language: {hole for _, hole, _, _ in Formatter().parse(both[language]) if hole} for language in both
            }
            assert holes["zh"] <= entry.holes
            assert holes["en"] <= entry.holes


def test_every_rule_is_in_the_tuple() -> None:
    from ctmm_dsl.checks import RULES

    known = {rule.__name__ for rule in RULES}
    for path in ROOT.glob("ctmm_dsl/checks/*.py"):
        for node in tree_of(path).body:
            if isinstance(node, ast.FunctionDef) and [argument.arg for argument in node.args.args] == ["model"]:
                assert node.name in known or node.name == "check", node.name


DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
_PATH = re.compile(r"`((?:ctmm_dsl|generators|spec|build|tests|docs|bench|requirements)/[\w./*<>-]+)`")
_LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")


@pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)
def test_paths_that_documents_name_exist(path: Path) -> None:
    text = path.read_text("utf-8")
    elsewhere = (
        "$ ctmm new " in text
    )  # it walks in a folder of its own, and what it names there is tried by its own test
    for named in _PATH.findall(text) if not elsewhere else ():
        pattern = re.sub(r"<[^>]+>", "*", named).rstrip("/")
        assert named == "build/.stamp.json" or list(ROOT.glob(pattern)), named
    for linked in _LINK.findall(text):
        assert (path.parent / linked).exists(), linked


def test_commands_that_documents_name_exist() -> None:
    from ctmm_dsl.cli.arguments import COMMANDS

    targets = set(re.findall(r"(?m)^([a-z]+):", (ROOT / "Makefile").read_text("utf-8")))
    for path in DOCUMENTS:
        text = path.read_text("utf-8")
        for command in re.findall(r"(?m)(?:(?<!`)`|^\$ |^)ctmm ([a-z]+)\b", text):
            assert command in COMMANDS, f"{name_of(path)}: ctmm {command}"
        for target in re.findall(r"(?m)(?:`|^\$ )make ([a-z]+)\b", text):
            assert target in targets, f"{name_of(path)}: make {target}"
