"""Charts as SVG: radars and bars, drawn from exact numbers.

In: a chart as values: names, exact figures, what they are shown as. Out: an SVG element as text. Coordinates are computed as fractions and
written to a tenth of a unit, so the bytes are the same everywhere. What is told by colour is told by dashes, marks and hatching too.
Attributes only, no style: a strict content-security policy lets it pass.
"""
