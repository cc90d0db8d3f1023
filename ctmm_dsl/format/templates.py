"""How each line of the language is written: its words in order, which of them stand in columns, what each may be made plain in.

A template is the line's pieces, blanks between: `_FROM` is a keyword of the grammar's that the tree leaves out; `target:plain` is the word
that the tree calls so, written in a manner of `words.py`; in a heading, a word's place is its name. `|` begins a column; `.` is a column
left empty; `~` before a piece glues it to the one before; `?` before a piece: it stands only where the next word does. What belongs to no
line but a calculation begins with `=`.
"""

from __future__ import annotations

from ctmm_dsl import syntax
from ctmm_dsl.syntax import Line

HEADINGS = {
    "standard": "_STANDARD 0:text 1:name",
    "profile": "_PROFILE 0:text _OF 1:text 2:name",
    "weights": "_WEIGHTS",
    "readings": "_READINGS",
    "crosswalk": "_CROSSWALK 0:text -> 1:text",
    "section": "_SECTION 0:text 1:name",
    "references": "_REFERENCES",
    "bibliography": "_BIBLIOGRAPHY",
    "term": "_TERM 0:text 1:name 2:quoted",
    "abbreviation": "_ABBREVIATION 0:text 1:name 2:quoted",
    "levels": "_LEVELS",
    "classes": "_CLASSES",
    "scale": "_SCALE 0:name",
    "method": "_METHOD",
    "expect": "_EXPECT",
    "metric": "_METRIC 0:text 1:name 2:KIND",
    "column": "_COLUMN 0:text 1:name",
    "document": "_DOCUMENT 0:name 1:text",
    "quantity": "_QUANTITY 0:text 1:name 2:QUANTITY_KIND 3:text 4:BASIS",
    "node": "0:LAYER 1:text 2:name 3:plain",
}
"""The headings, by the kind of their block."""

LINES: dict[type[Line], str] = {
    syntax.FromClause: "_FROM target:plain relation:RELATION",
    syntax.FromNone: "_FROM none:NONE reason:text",
    syntax.Requirement: "_REQUIRES metric:text operator:sign figure:range",
    syntax.Erratum: "_ERRATUM printed:quoted reason:text",
    syntax.Allow: "_ALLOW code:text reason:quoted",
    syntax.See: "_SEE target:plain text:text",
    syntax.Remark: "kind:REMARK text:text",
    syntax.PartOf: "_PART_OF whole:text",
    syntax.BuildsOn: "_BUILDS_ON level:plain",
    syntax.Text: "text:text",
    syntax.Field: "key:FIELD/PROFILE_FIELD | text:text",
    syntax.Layers: "_LAYERS | text:text",
    syntax.Subset: "_SUBSET | target:text",
    syntax.Scoring: "_SCORING | target:text",
    syntax.OfTotal: "_WEIGHTS | whole:WHOLE",
    syntax.WeightRow: "node:text | weight:plain",
    syntax.EqualRow: "_WITHIN layer:LAYER/TOTAL _EQUAL",
    syntax.ReadingRow: "node:text | reading:text",
    syntax.MapRow: "subject:text | relation:MATCH | target:text | pins:pins | reason:text",
    syntax.NoneRow: "subject:text | none:NONE | . | pin:pins | reason:text",
    syntax.Figure: "_FIGURE number:text text:text",
    syntax.Entry: "label:plain text:text",
    syntax.LevelName: "number:number name:name",
    syntax.LevelMotto: "_MOTTO text:text",
    syntax.ClassRow: "name:name | levels:range",
    syntax.ScaleRow: "code:text | label:name | points:plain",
    syntax.LeafRule: "_LEAF | _MEAN ~, spread:SPREAD",
    syntax.LeafKind: "_LEAF | kind:LEAF_KIND",
    syntax.ParentRule: "_PARENT | roll_up:ROLL_UP ?~, less:LESS",
    syntax.ReachedRule: "_REACHED | _SCORE operator:sign threshold:plain",
    syntax.ReachedLeast: "_REACHED | least:LEAST",
    syntax.ClimbRule: "_CLIMB | how:CLIMB_HOW",
    syntax.RespondentsRule: "_RESPONDENTS | middle:MIDDLE",
    syntax.SummaryRule: "_SUMMARY | middle:MIDDLE",
    syntax.ExpectRow: "counted:COUNTED/CLAUSES node:text | total:plain ?= parts:sum",
    syntax.Motto: "_MOTTO level:number text:text",
    syntax.Place: "_PLACE number:text",
    syntax.Table: "_TABLE number:text text:text",
    syntax.Level: "number:level",
    syntax.Bounds: "_RANGE bounds:range",
    syntax.Option: "_OPTION code:text | label:text",
    syntax.Definition: "= body:calculation",
    syntax.Data: "_DATA text:text",
    syntax.Let: "_LET name:text label:label = body:calculation",
    syntax.Scored: "role:SCORED = body:calculation",
    syntax.ReadingHead: "_READING name:text label:text",
    syntax.TierRow: "operator:sign bound:plain second:sign other_bound:plain | points:plain",
    syntax.ElseRow: "_ELSE_ROW | points:plain",
    syntax.CheckRow: "name:text | points:plain",
    syntax.GateRow: "_GATE name:text | points:plain",
    syntax.PerRow: "_PER_ROW counted:text _EACH points:plain ?_UP_TO most:plain",
    syntax.ColumnOf: "_COLUMN name:text",
    syntax.RubricHead: "word:RUBRIC",
    syntax.Descriptor: "level:plain text:text",
    syntax.Support: "kind:SUPPORT document:name text:text",
}
"""All other lines, by their class in the tree."""

FIELDS = (syntax.Field, syntax.Layers, syntax.Subset, syntax.Scoring, syntax.OfTotal)
TOGETHER: tuple[tuple[type[Line], ...], ...] = (
    FIELDS,
    (syntax.WeightRow,),
    (syntax.ReadingRow,),
    (syntax.MapRow, syntax.NoneRow),
    (syntax.ClassRow,),
    (syntax.ScaleRow,),
    (
        syntax.LeafRule, syntax.LeafKind, syntax.ParentRule, syntax.ReachedRule, syntax.ReachedLeast, syntax.ClimbRule,
        syntax.RespondentsRule, syntax.SummaryRule,
    ),
    (syntax.ExpectRow,),
    (syntax.Option,),
    (syntax.TierRow, syntax.ElseRow),
    (syntax.CheckRow, syntax.GateRow),
)  # fmt: skip
"""Lines whose columns stand under each other."""
