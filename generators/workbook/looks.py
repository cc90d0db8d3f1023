"""How cells look: one palette and the looks made of it. Whatever a colour says, a weight, a border or a word says too, for paper without
colours.

In: names of looks. Out: properties of formats, as XlsxWriter takes them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

FONT = "微软雅黑"
"""On every Windows and in WPS; LibreOffice puts its own Chinese font in its place."""

INK, MUTED, PAPER = "#1F2933", "#616E7C", "#FFFFFF"
ACCENT, ACCENT_LIGHT, BAND = "#1B5E6B", "#DCEBED", "#F5F8F9"
LINE, LINE_STRONG = "#C9D3D9", "#7B8A94"
ASKED, ASKED_LINE = "#FFF8E1", "#C9A227"
GOOD, GOOD_LIGHT = "#1E6B4A", "#E1F2E9"
POOR, POOR_LIGHT = "#A33B1F", "#FBE7E0"
SERIES = ("#1B5E6B", "#C9A227", "#7A5C99", "#A33B1F", "#4C8C4A", "#3B6FB6", "#8C6D46", "#616E7C")
"""For lines and bars of charts, one after the other."""


@dataclass(frozen=True, slots=True)
class Look:
    """`border`: the colour of a thin line around; `top`: that of a stronger one above; `form`: a number format; `asked`: not protected."""

    size: int = 10
    bold: bool = False
    italic: bool = False
    color: str = INK
    fill: str = ""
    border: str = ""
    top: str = ""
    align: str = "left"
    valign: str = "vcenter"
    wrap: bool = False
    indent: int = 0
    form: str = ""
    asked: bool = False

    def but(self, **changes: Any) -> Look:
        """The same but for this."""
        return replace(self, **changes)

    def properties(self) -> dict[str, Any]:
        found: dict[str, Any] = {"font_name": FONT, "font_size": self.size, "font_color": self.color}
        found |= {"align": self.align, "valign": self.valign}
        if self.border:
            found |= {"border": 1, "border_color": self.border}
        if self.top:
            found |= {"top": 2, "top_color": self.top}
        if self.fill:
            found["bg_color"] = self.fill
        if self.form:
            found["num_format"] = self.form
        if self.indent:
            found["indent"] = self.indent
        if self.asked:
            found["locked"] = False
        return found | {name: True for name in ("bold", "italic") if getattr(self, name)} | self._wrapped()

    def _wrapped(self) -> dict[str, Any]:
        return {"text_wrap": True} if self.wrap else {}


TITLE = Look(size=16, bold=True, color=ACCENT)
SUBTITLE = Look(size=12, bold=True, color=ACCENT)
IDENTITY = Look(size=9, color=MUTED)
GUIDE = Look(size=9, color=MUTED, wrap=True, valign="top")
PLAIN = Look(wrap=True, valign="top")
HEADER = Look(bold=True, color=PAPER, fill=ACCENT, border=ACCENT, align="center", wrap=True)
SUBHEADER = Look(bold=True, fill=ACCENT_LIGHT, border=LINE, align="center", wrap=True)
CELL = Look(border=LINE, wrap=True, indent=1)
"""A text of the standard."""
CENTER = CELL.but(align="center", indent=0)
QUIET = CELL.but(color=MUTED, size=9)
STRONG = CELL.but(bold=True)
NUMBER = CELL.but(align="right", wrap=False, indent=0)
COUNT = NUMBER.but(form="0_ ")
SCORE = NUMBER.but(form="0.00_ ")
ANSWER = Look(border=ASKED_LINE, fill=ASKED, align="center", form="@", asked=True, wrap=True)
"""A cell to fill in from a list or with a word."""
ANSWER_TEXT = ANSWER.but(align="left", indent=1)
"""A cell to write into freely."""
ANSWER_NUMBER = ANSWER.but(align="right", form="General", wrap=False, indent=1)
BIG = Look(size=20, bold=True, color=ACCENT, border=LINE, fill=ACCENT_LIGHT, align="center")
"""The one figure that a sheet is about."""
HELPER = Look(size=9, color=MUTED)
"""Intermediate values."""
