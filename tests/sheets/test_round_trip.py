"""What was typed into a workbook or a table is what is read from it: the same result as the JSON of the same answers."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from ctmm_dsl.assessment.strict_json import read_object
from ctmm_dsl.model import Scheme
from ctmm_dsl.sheets.opening import is_json
from ctmm_dsl.sheets.workbook import Workbook
from generators.workbook.audit import audit
from generators.workbook.stored import differences
from generators.workbooks import workbook as generated
from tests.referee.mixtures import COMBINATIONS, mixture
from tests.sheets.making import city, saved, table_csv, workbook, xlsx
from tests.sheets.reading import read, result, result_of_json, without_cover

SHIPPED = (
    "ctmm-key", "ctmm-equal", "gbt33356-city", "gbt33356-county", "gbt33356-city-readings", "gbt33356-county-readings",
    "iso37107",
)  # fmt: skip
SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_soffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not on this machine")
CSV = "csv:Text - txt - csv (StarCalc):{separator},34,{encoding},1,,0,false,false,false,false,false,-1"
"""All sheets, every text in quotation marks where it must be, numbers with all their digits."""


def scheme_of(known: dict[str, Scheme], name: str | tuple[str, ...]) -> Scheme:
    return known[name] if isinstance(name, str) else mixture(name)


EVERY = [*SHIPPED, *COMBINATIONS]


@pytest.mark.parametrize("name", EVERY, ids=str)
@pytest.mark.parametrize("missing", [False, True], ids=["whole", "partial"])
def test_a_workbook_of_another_library(known: dict[str, Scheme], name: str | tuple[str, ...], missing: bool) -> None:
    scheme = scheme_of(known, name)
    for seed in range(8):
        data = city(scheme, seed, missing=missing)
        expected = result_of_json(data, scheme, partial=missing)
        assert result(xlsx(scheme, data), scheme, partial=missing) == expected
        english = saved(workbook(scheme, data, "en"))
        assert result(english, scheme, partial=missing) == expected


@pytest.mark.parametrize("name", EVERY, ids=str)
def test_a_table_saved_as_csv(known: dict[str, Scheme], name: str | tuple[str, ...]) -> None:
    """In every encoding and with every separator that the programs use."""
    scheme = scheme_of(known, name)
    ways = (("utf-8-sig", ","), ("utf-8", ";"), ("gb18030", ","), ("utf-16", "\t"))
    for seed in range(4):
        data = city(scheme, seed)
        expected = without_cover(result_of_json(data, scheme))
        for encoding, delimiter in ways:
            table = table_csv(scheme, data, encoding, delimiter)
            assert not is_json(table)
            assert result(table, scheme) == expected, (encoding, delimiter)


@pytest.mark.parametrize("name", EVERY, ids=str)
def test_our_own_workbook(known: dict[str, Scheme], name: str | tuple[str, ...]) -> None:
    """The answers come back as they went in, the sheet shows what they are worth, and the workbook is as it was generated."""
    scheme = scheme_of(known, name)
    for seed in range(2):
        data = city(scheme, seed)
        filled_in = generated(scheme, "d" * 64, read_object(json.dumps(data)))
        expected = result_of_json(data, scheme)
        assert result(filled_in, scheme) == expected
        assert differences(Workbook(filled_in), expected) == ()
    found = audit(Workbook(filled_in, whole=True), Workbook(generated(scheme, "d" * 64), whole=True))
    assert found.differences == ()
    assert found.formulas[0] == found.formulas[1] > 0


@pytest.fixture(scope="module")
def handed_in(known: dict[str, Scheme], tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, object]]:
    """Filled workbooks, saved again by LibreOffice, as a workbook and as tables in two encodings."""
    folder = tmp_path_factory.mktemp("handed-in")
    files = {}
    for name in ("ctmm-key", "gbt33356-county", "iso37107"):
        files[name] = city(known[name], 5)
        _with_remarks(files[name])
        data = generated(known[name], "d" * 64, read_object(json.dumps(files[name])))
        (folder / f"{name}.xlsx").write_bytes(data)
    for out, form in (
        ("again", "xlsx"),
        ("utf-8", CSV.format(separator=44, encoding=76)),
        ("gb18030", CSV.format(separator=59, encoding=85)),
    ):
        command = [
            str(SOFFICE), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", form,
            "--outdir", str(folder / out), *(str(folder / f"{name}.xlsx") for name in files),
        ]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=300)
    return {name: {"data": data, "folder": folder} for name, data in files.items()}


def _with_remarks(data: dict[str, dict[str, object]]) -> None:
    for holder, key in (("answers", "answer"), ("values", "value")):
        for id_, answer in list(data.get(holder, {}).items())[:3]:
            if not isinstance(answer, dict):
                data[holder][id_] = {
                    key: answer,
                    "evidence": ["《规划》，第 3 页", '=HYPERLINK("http://x.test")'],
                    "note": "a,b;c\td\n“”",
                }


@needs_soffice
@pytest.mark.parametrize("name", ["ctmm-key", "gbt33356-county", "iso37107"])
def test_a_workbook_saved_again(handed_in: dict[str, dict[str, object]], known: dict[str, Scheme], name: str) -> None:
    scheme, data, folder = known[name], handed_in[name]["data"], Path(str(handed_in[name]["folder"]))
    again = (folder / "again" / f"{name}.xlsx").read_bytes()
    expected = result_of_json(data, scheme)
    assert result(again, scheme) == expected
    assert read(again, scheme).data == read((folder / f"{name}.xlsx").read_bytes(), scheme).data
    assert differences(Workbook(again), expected) == ()
    found = audit(Workbook(again, whole=True), Workbook(generated(scheme, "d" * 64), whole=True))
    assert found.differences == ()


@needs_soffice
@pytest.mark.parametrize("name", ["ctmm-key", "gbt33356-county", "iso37107"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_tables_saved_by_libreoffice(
    handed_in: dict[str, dict[str, object]], known: dict[str, Scheme], name: str, encoding: str
) -> None:
    scheme, folder = known[name], Path(str(handed_in[name]["folder"]))
    sheet = {"ctmm-key": "条款评估", "gbt33356-county": "数据填报", "iso37107": "特征评估"}[name]
    table = (folder / encoding / f"{name}-{sheet}.csv").read_bytes()
    assert table.decode(encoding)
    assert result(table, scheme) == without_cover(result_of_json(handed_in[name]["data"], scheme))
    saved_as_xlsx, saved_as_csv = read((folder / f"{name}.xlsx").read_bytes(), scheme).data, read(table, scheme).data
    assert saved_as_csv.get("answers") == saved_as_xlsx.get("answers")
    assert saved_as_csv.get("respondents") == saved_as_xlsx.get("respondents")
