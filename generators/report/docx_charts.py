"""Charts of a Word document, as DrawingML: Word, WPS and LibreOffice draw them, and their figures can be read off.

In: figures of a report. Out: parts of the package, and the paragraphs that show them. The labels are the texts that the report gives, not
what the program would round itself. No workbook is embedded: the figures stand in the tables of the report.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from generators.charts.values import COLOURS, MARK, Bars, Chart, Radar, Series
from generators.quoting import xml
from generators.report.page import Figure

MAIN = "http://schemas.openxmlformats.org/drawingml/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
WIDE, HIGH = 5_400_000, 3_000_000
"""Sizes in English metric units, 36,000 a millimetre."""
EDGES, BAR = 700_000, 260_000
"""Of a chart with bars from left to right: what stands around them, and each bar with what is left between two."""
PLACES = 6
DASHES = ("solid", "dash", "sysDot", "lgDashDot")
SYMBOLS = ("circle", "square", "triangle", "diamond")
TEXT = (
    '<a:defRPr sz="{0}"><a:solidFill><a:srgbClr val="1F2A37"/></a:solidFill>'
    '<a:latin typeface="Arial"/><a:ea typeface="黑体"/></a:defRPr>'
)
FONTS = "<c:txPr><a:bodyPr/><a:p><a:pPr>" + TEXT + '</a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
HOLLOW = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'


class Charts:
    """Adds charts to one document; they are counted, for each is a part of its own."""

    def __init__(self, word: Word) -> None:
        self.word = word
        self.count = 0

    def add(self, figure: Figure) -> None:
        self.count += 1
        package = self.word.part.package
        assert package
        name = PackURI(f"/word/charts/chart{self.count}.xml")
        part = Part(name, TYPE, chart_xml(figure.chart).encode("utf-8"), package)
        paragraph = self.word.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.line_spacing = 1
        paragraph.paragraph_format.keep_with_next = True
        paragraph.add_run()._r.append(
            parse_xml(self._drawing(figure, self.word.part.relate_to(part, f"{OFFICE}/chart")))
        )

    def _drawing(self, figure: Figure, relation: str) -> str:
        chart = figure.chart
        said = f'id="{self.count}" name="chart{self.count}" descr="{xml(f"{figure.caption} {figure.words}")}"'
        return (
            '<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
            f'xmlns:wp="{MAIN}/wordprocessingDrawing" xmlns:a="{MAIN}/main" xmlns:c="{MAIN}/chart" xmlns:r="{OFFICE}">'
            f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{WIDE}" cy="{_height(chart)}"/>'
            f'<wp:docPr {said}/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{MAIN}/chart">'
            f'<c:chart r:id="{relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
        )


def _height(chart: Chart) -> int:
    if isinstance(chart, Radar) or chart.mark is not None:
        return HIGH
    return EDGES + BAR * len(chart.names) * (1 + len(chart.series)) // 2 * 4 // 3


def chart_xml(chart: Chart) -> str:
    """A chart's part."""
    body = _radar(chart) if isinstance(chart, Radar) else _bars(chart)
    shown = len(chart.series) > 1 or chart.mark is not None
    legend = f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{FONTS.format(900)}</c:legend>' if shown else ""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<c:chartSpace xmlns:c="{MAIN}/chart" xmlns:a="{MAIN}/main" xmlns:r="{OFFICE}"><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>{body}</c:plotArea>{legend}'
        '<c:plotVisOnly val="1"/></c:chart></c:chartSpace>'
    )


def _radar(chart: Radar) -> str:
    rows = "".join(_series(at, one, chart.axes, _line(at)) for at, one in enumerate(chart.series))
    if chart.mark is not None:
        mark = Series(chart.mark_name, (chart.mark,) * len(chart.axes), ("",) * len(chart.axes))
        rows += _series(len(chart.series), mark, chart.axes, _mark_line())
    return (
        f'<c:radarChart><c:radarStyle val="marker"/><c:varyColors val="0"/>{rows}<c:axId val="1"/><c:axId val="2"/></c:radarChart>'
        f"{_names_axis('b', 'high')}{_figures_axis(chart.top, 'l')}"
    )


def _bars(chart: Bars) -> str:
    """Columns where a figure is marked by a line across them; else bars from left to right, the first at the top."""
    upright = chart.mark is not None
    rows = "".join(
        _series(at, one, chart.names, _fill("", at), "".join(_points(chart, at)) + _labels(one))
        for at, one in enumerate(chart.series)
    )
    drawn = (
        f'<c:barChart><c:barDir val="{"col" if upright else "bar"}"/><c:grouping val="clustered"/><c:varyColors val="0"/>{rows}'
        '<c:gapWidth val="60"/><c:axId val="1"/><c:axId val="2"/></c:barChart>'
    )
    if chart.mark is not None:
        mark = Series(chart.mark_name, (chart.mark,) * len(chart.names), ("",) * len(chart.names))
        line = _series(len(chart.series), mark, chart.names, _mark_line())
        drawn += (
            f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{line}'
            '<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>'
        )
    return (
        drawn
        + _names_axis("b" if upright else "l", "low", turned=not upright)
        + _figures_axis(chart.top, "l" if upright else "t")
    )


def _series(at: int, series: Series, names: tuple[str, ...], paint: str, points: str = "") -> str:
    """The names and figures as a program keeps them beside the sheet that there is not."""
    labels = "".join(f'<c:pt idx="{n}"><c:v>{xml(name)}</c:v></c:pt>' for n, name in enumerate(names))
    values = "".join(f'<c:pt idx="{n}"><c:v>{rounded(one)}</c:v></c:pt>' for n, one in enumerate(series.values))
    count = f'<c:ptCount val="{len(names)}"/>'
    return (
        f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/><c:tx><c:v>{xml(series.name)}</c:v></c:tx>{paint}{points}'
        f"<c:cat><c:strLit>{count}{labels}</c:strLit></c:cat><c:val><c:numLit>{count}{values}</c:numLit></c:val></c:ser>"
    )


def _labels(series: Series) -> str:
    """Each bar's figure as the report gives it."""
    shown = (
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )
    rows = "".join(
        f'<c:dLbl><c:idx val="{at}"/><c:tx><c:rich><a:bodyPr/><a:p><a:pPr>{TEXT.format(900)}</a:pPr><a:r><a:rPr lang="zh-CN" sz="900"/>'
        f"<a:t>{xml(words)}</a:t></a:r></a:p></c:rich></c:tx>{shown}</c:dLbl>"
        for at, words in enumerate(series.shown)
    )
    return f"<c:dLbls>{rows}{FONTS.format(900)}{shown}</c:dLbls>"


def _points(chart: Bars, series: int) -> Iterator[str]:
    """Bars that are painted otherwise than their series."""
    for at, tone in enumerate(chart.tones):
        yield f'<c:dPt><c:idx val="{at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>{_fill(tone, series)}</c:dPt>'


def _fill(tone: str, series: int) -> str:
    colour = COLOURS[series % len(COLOURS)].lstrip("#").upper()
    solid = f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
    edge = f'<a:ln w="12700">{solid}</a:ln>'
    if tone == "hollow":
        return f"<c:spPr>{HOLLOW}{edge}</c:spPr>"
    if tone == "hatched" or (not tone and series % 2):
        hatch = (
            f'<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="{colour}"/></a:fgClr>'
            '<a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>'
        )
        return f"<c:spPr>{hatch}{edge}</c:spPr>"
    return f"<c:spPr>{solid}{edge}</c:spPr>"


def _line(at: int) -> str:
    colour = f'<a:solidFill><a:srgbClr val="{COLOURS[at % len(COLOURS)].lstrip("#").upper()}"/></a:solidFill>'
    ground = colour if at % 2 == 0 else HOLLOW
    return (
        f'<c:spPr><a:ln w="25400">{colour}<a:prstDash val="{DASHES[at % 4]}"/></a:ln></c:spPr><c:marker><c:symbol val="{SYMBOLS[at % 4]}"/>'
        f'<c:size val="6"/><c:spPr>{ground}<a:ln w="12700">{colour}</a:ln></c:spPr></c:marker>'
    )


def _mark_line() -> str:
    colour = f'<a:solidFill><a:srgbClr val="{MARK.lstrip("#").upper()}"/></a:solidFill>'
    return f'<c:spPr><a:ln w="15875">{colour}<a:prstDash val="dash"/></a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker>'


def _names_axis(side: str, labels: str, *, turned: bool = False) -> str:
    way = "maxMin" if turned else "minMax"
    return (
        f'<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="{way}"/></c:scaling><c:delete val="0"/><c:axPos val="{side}"/>'
        f'<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="{"low" if labels == "low" else "nextTo"}"/>{FONTS.format(900)}<c:crossAx val="2"/></c:catAx>'
    )


def _figures_axis(top: Fraction, side: str) -> str:
    line = '<a:ln w="6350"><a:solidFill><a:srgbClr val="D5DBE3"/></a:solidFill></a:ln>'
    grid = f"<c:majorGridlines><c:spPr>{line}</c:spPr></c:majorGridlines>"
    return (
        f'<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:max val="{rounded(top)}"/><c:min val="0"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{side}"/>{grid}<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>{FONTS.format(800)}<c:crossAx val="1"/></c:valAx>'
    )


def rounded(number: Fraction) -> str:
    """A figure for drawing, as a decimal of six places at most."""
    units = (number * 10**PLACES + Fraction(1, 2)).__floor__()
    whole, rest = divmod(abs(units), 10**PLACES)
    tail = f"{rest:0{PLACES}d}".rstrip("0")
    return ("-" if units < 0 else "") + str(whole) + (f".{tail}" if tail else "")
