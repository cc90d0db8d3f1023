"""An assessment's file for a command, of whatever kind it is: JSON, a workbook, a table saved as CSV.

Which kind it is, its content says. A file that cannot be read at all is a `Trouble`; what is wrong in one that can is told line by line,
by the path in JSON, by the cell in a table.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from ctmm_dsl.assessment import Assessment, read_assessment
from ctmm_dsl.model import Scheme
from ctmm_dsl.reading import Trouble, read_bytes
from ctmm_dsl.sheets.archive import LARGEST, is_packed
from ctmm_dsl.sheets.opening import is_json, of_csv, of_workbook
from ctmm_dsl.sheets.tables import Filled, Identity, filled
from ctmm_dsl.sheets.unreadable import Unreadable
from ctmm_dsl.sheets.workbook import Workbook


class Given:
    """A file, read as far as its kind. `workbook`: where it is one (`whole`: with all that an audit asks for)."""

    def __init__(self, file: Path, *, whole: bool = False) -> None:
        self.file = file
        try:
            data = read_bytes(file, most=LARGEST)
            self.is_json = is_json(data, file.name)
            self.workbook = Workbook(data, whole=whole) if is_packed(data) else None
            self._tables = None if self.is_json else of_workbook(self.workbook) if self.workbook else of_csv(data)
        except Unreadable as error:
            raise self.trouble(error) from error
        self._data = data

    @property
    def identity(self) -> Identity | None:
        """What a table says it is for."""
        return self._tables.identity if self._tables else None

    @property
    def digest(self) -> str:
        """Of the spec that a workbook was made from."""
        return self._tables.identity.digest if self._tables else ""

    @cached_property
    def text(self) -> str:
        """The text of a JSON file."""
        try:
            return self._data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise Trouble(f"{self.file} 不是 UTF-8 编码", f"{self.file} is not UTF-8") from error

    def filled(self, scheme: Scheme) -> Filled:
        """What a table holds, as a JSON file would."""
        assert self._tables is not None
        try:
            return filled(self._tables, scheme)
        except Unreadable as error:
            raise self.trouble(error) from error

    def assessment(self, scheme: Scheme, language: str, *, partial: bool = False) -> Assessment | list[str]:
        """The assessment, or a line for each thing that is wrong."""
        if self.is_json:
            found = read_assessment(self.text, scheme, partial=partial)
            told = [problem.message(language) for problem in found] if isinstance(found, list) else []
        else:
            table = self.filled(scheme)
            found = table.assessment(scheme, partial=partial)
            told = [table.told(problem, language) for problem in found] if isinstance(found, list) else []
        colon = "：" if language == "zh" else ": "
        return [f"{self.file}{colon}{line}" for line in told] if isinstance(found, list) else found

    def trouble(self, error: Unreadable) -> Trouble:
        """What is the matter with the file, named."""
        return Trouble(f"{self.file}：{error.words['zh']}", f"{self.file}: {error.words['en']}")
