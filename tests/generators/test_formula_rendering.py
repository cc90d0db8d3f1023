"""Every rendering of an expression says the same number: in words, as MathML, as LaTeX. Read back and evaluated on random values."""

from __future__ import annotations

from fractions import Fraction
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from ctmm_dsl.expression import text
from ctmm_dsl.expression.evaluate import Evaluator
from ctmm_dsl.model import Interval, Notes, Quantity
from ctmm_dsl.model import expression as model
from ctmm_dsl.model.expression import Expression
from ctmm_dsl.source import Source, Span
from generators import formula_latex, formula_mathml
from generators.formula_layout import Layout
from tests.generators import mathematics

NOWHERE = Span(Source("x.ctmm", ""), 0, 0)


def quantity(name: str) -> Quantity:
    """A quantity whose label is its name, so that every rendering calls it the same."""
    return Quantity(
        name=name, label=name, kind="amount", unit="km", basis="point", bounds=Interval(Fraction(0)), options=(),
        definition=None, whole=None, notes=Notes(), span=NOWHERE, name_span=NOWHERE, bounds_span=None, whole_span=None,
        extent=NOWHERE,
    )  # fmt: skip


KNOWN = [quantity(name) for name in ("alpha", "beta", "gamma_two", "delta4")]
numbers = st.builds(
    lambda tenths, percent: model.Number(Fraction(tenths, 1000 if percent else 10), percent, NOWHERE),
    st.integers(1, 2000),
    st.booleans(),
)
reads = st.sampled_from(KNOWN).map(lambda one: model.Read(one, NOWHERE))


def _more(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    arithmetic = st.builds(
        lambda sign, left, right: model.Arithmetic(sign, left, right, None, NOWHERE),
        st.sampled_from("+-*/"),
        inner,
        inner,
    )
    extreme = st.builds(
        lambda greatest, of: model.Extreme(greatest, tuple(of), NOWHERE),
        st.booleans(),
        st.lists(inner, min_size=2, max_size=3),
    )
    return st.one_of(arithmetic, arithmetic, arithmetic, extreme)


expressions = st.recursive(reads | reads | numbers, _more, max_leaves=10)
values = st.fixed_dictionaries({one.name: st.fractions(Fraction(1, 9), 50, max_denominator=9) for one in KNOWN})


@settings(max_examples=400, derandomize=True, database=None, deadline=None)
@given(expressions, values)
def test_all_renderings_are_worth_what_the_expression_is(expression: Expression, values: dict[str, Fraction]) -> None:
    laid = Layout(()).whole(expression)
    forms = {
        "words": mathematics.from_words(text.expression(expression, "en")),
        "mathml": mathematics.from_mathml(ElementTree.fromstring(formula_mathml.inline(laid))),
        "latex": mathematics.from_latex(formula_latex.math(laid)),
    }
    try:
        meant = Evaluator(values).number(expression)
    except ZeroDivisionError:
        return
    for name, form in forms.items():
        assert mathematics.evaluate(form, values) == meant, (name, form)
