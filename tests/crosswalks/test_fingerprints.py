"""The digest of a node's text: what counts for it, what does not, and that it is the same everywhere."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from ctmm_dsl.fingerprint import fingerprint
from ctmm_dsl.model import Model
from tests.conftest import ROOT
from tests.crosswalks.pinned import compiled

DIGESTS = {
    "city": {"A": "1d8818a4", "B": "18921393", "B.1": "203ab231"},
    "smart": {"L1": "09a6842a", "L1-A": "ec19158d", "L1-B": "59fa05eb", "L2": "767c08f9", "L2-A": "58e015ac"},
    "model": {"1": "3ab9ff7b", "1.1": "281057c7", "1.2": "63207a6d"},
}
"""What they are. Another figure here would make every row of every crosswalk stale: crosswalks out there are pinned to these."""


def digests(model: Model) -> dict[str, dict[str, str]]:
    return {standard.id: {node.id: fingerprint(node) for node in standard.walk()} for standard in model.standards}


def test_they_are_what_they_always_were() -> None:
    outcome = compiled()
    assert outcome.findings == ()
    assert digests(outcome.model) == DIGESTS


SCRIPT = "from tests.crosswalks.test_fingerprints import *; print(digests(compiled().model) == DIGESTS)"


@pytest.mark.parametrize(("seed", "locale"), [("1", "C"), ("2", "C.UTF-8")])
def test_no_hash_order_or_locale_shows(seed: str, locale: str) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale}
    done = subprocess.run(
        [sys.executable, "-B", "-c", SCRIPT], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout == "True\n"


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("city", "制定计划", "制定　计 划"),
        ("city", "（每年）", "(每年)"),
        ("city", "a) 定期评价", "ａ） 定期评价"),
        ("city", "domain A 甲 40%", "能力域 A 甲 40%"),
        ("city", "    b) 建立机构", "    b) 建立机构\n      @note 说明\n      @see B.1"),
        ("city", "domain A 甲 40%\n", "domain A 甲 40%\n  # 注释\n\n  clause 5.1\n  motto 1 起步\n"),
        ("city", "levels\n", "\n\n\n# 一行注释\nlevels\n"),
        ("city", "standard city 城市", "standard city 另一个名称"),
        ("smart", "60%\n  data", "50%\n  data"),
        ("smart", "  range 1..\n", "  range 2..100\n  @note 另一个范围\n"),
        ("smart", "  @within items_total\n", ""),
        ("smart", "0.8 * b1", "80% * b1"),
        ("smart", "each 0.3 up to 1.5", "each 0.30 up to 1.50"),
        ("smart", "100 * items_online / items_total", "100 × items_online ÷ items_total"),
        ("smart", "score = 100 * done_rate", "score = 90 * done_rate"),
        ("smart", "  reading strict 从严\n    score = 100 * done_rate\n", ""),
        ("model", '  support "GB/T 2" 第5章\n', ""),
        ("model", "    1 没有公布\n", "    1 没有公布\n      @note 说明\n"),
    ],
)  # fmt: skip
def test_what_does_not_count(file: str, old: str, new: str) -> None:
    assert digests(compiled((file, old, new)).model) == DIGESTS


@pytest.mark.parametrize(
    ("file", "old", "new", "changed"),
    [
        ("city", "制定计划", "制订计划", {"A"}),
        ("city", "domain A 甲", "domain A 丙", {"A"}),
        ("city", "subdomain B.1 乙一", "subdomain B.1 乙二", {"B", "B.1"}),
        ("city", "domain B 乙", "domain B 丙", {"B"}),
        ("city", "    b) 建立机构\n  level 2\n    a) 定期", "  level 2\n    a) 建立机构\n    b) 定期", {"A"}),
        ("city", "    a) 制定计划\n    b) 建立机构", "    a) 建立机构\n    b) 制定计划", {"A"}),
        ("smart", "data 全程网办", "data 全程网办，依法不宜网办的除外", {"L1", "L1-A"}),
        ("smart", "b1 线上 =", "b1 网上 =", {"L1", "L1-A"}),
        ("smart", "0.8 * b1", "0.9 * b1", {"L1", "L1-A"}),
        ("smart", "0.8 * b1 + b2", "0.8 * b1 - b2", {"L1", "L1-A"}),
        ("smart", "100 * items_online / items_total", "100 * items_total / items_online", {"L1", "L1-A"}),
        ("smart", "100 * items_online / items_total", "100 * min(1, items_online / items_total)", {"L1", "L1-A"}),
        ("smart", "set_up 20", "set_up 10", {"L1", "L1-A"}),
        ("smart", "option none 未设", "option none 没有设", {"L1", "L1-A"}),
        ("smart", "items_online 网办事项数", "items_online 可网办事项数", {"L1", "L1-A"}),
        ("smart", "领导机构 choice over period", "领导机构 choice at point", {"L1", "L1-A"}),
        ("smart", "应用数 count 个", "应用数 count 项", {"L1", "L1-B"}),
        ("smart", "gate site 20", "site 20", {"L1", "L1-B"}),
        ("smart", "each 10 up to 40", "each 10 up to 50", {"L1", "L1-B"}),
        ("smart", "checklist up to 60", "checklist up to 50", {"L1", "L1-B"}),
        ("smart", ">= 60% 40", "> 60% 40", {"L1", "L1-B"}),
        ("smart", ">= 60% 40", ">= 70% 40", {"L1", "L1-B"}),
        ("smart", "else 0", "else 10", {"L1", "L1-B"}),
        ("smart", "deduct = per leaks each 0.3 up to 1.5", "deduct = per leaks each 0.3", {"L2", "L2-A"}),
        ("smart", "leaks 泄密起数 count", "leaks 泄密起数 amount", {"L2", "L2-A"}),
        ("model", "2 已经公布", "2 已经全部公布", {"1", "1.1"}),
        ("model", "      @builds-on 1\n", "", {"1", "1.2"}),
    ],
)  # fmt: skip
def test_what_counts(file: str, old: str, new: str, changed: set[str]) -> None:
    """A change of a text changes the digest of its node and of all above it, and no other."""
    found = digests(compiled((file, old, new)).model)[file]
    assert {node for node, digest in found.items() if digest != DIGESTS[file][node]} == changed


def test_texts_of_the_shipped_standards_are_told_apart(model: Model) -> None:
    """Two nodes of one standard have one digest only where their texts are the same."""
    for standard in model.standards:
        found: dict[str, str] = {}
        for node in standard.walk():
            other = found.setdefault(fingerprint(node), node.name)
            assert other == node.name, (standard.id, node.id)
        assert len(found) > 20
