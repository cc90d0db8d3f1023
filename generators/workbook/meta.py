"""What a workbook says about itself, on a sheet that nobody needs to see: what it is for, and from which spec it was made.

In: the book. Out: a key and a text in each row. The reader refuses a workbook of another edition by it.
"""

from __future__ import annotations

from ctmm_dsl.sheets.layout import FORMAT, META
from generators.workbook.book import Book
from generators.workbook.looks import HELPER


def add(book: Book) -> None:
    scheme = book.scheme
    rows = {
        "format": FORMAT,
        "standard": scheme.standard.id,
        "edition": scheme.standard.edition,
        "profile": scheme.profile.id if scheme.profile else "",
        "digest": book.digest,
    }
    sheet = book.sheet(META)
    for row, (key, words) in enumerate(rows.items()):
        sheet.text(row, 0, key, HELPER)
        sheet.text(row, 1, words, HELPER)
    sheet.worksheet.very_hidden()
