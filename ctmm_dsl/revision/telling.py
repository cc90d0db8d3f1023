"""Changes told: their places, their class, who is hurt, and why.

In: things of both editions and what was found about them. Out: a `Change` each.
"""

from __future__ import annotations

from ctmm_dsl.findings import Both, both
from ctmm_dsl.revision.aspects import follows
from ctmm_dsl.revision.grades import EDITORIAL, REQUIREMENT, STRUCTURE, TEXT, TEXTS, grade_of, hurt_by
from ctmm_dsl.revision.judging import asking, bare, cut, judged
from ctmm_dsl.revision.pairs import Pairs
from ctmm_dsl.revision.reasons import reason
from ctmm_dsl.revision.things import Thing
from ctmm_dsl.revision.values import Change, Place, Step

OWN_LINES = ("node", "clause")
"""Things below another that are told by themselves."""
PROSE = ("chapter", "paragraph", "term")


class Teller:
    """Tells changes between the things of one pair of editions."""

    def __init__(self, pairs: Pairs) -> None:
        self.pairs = pairs

    def added(self, new: Thing, steps: tuple[Step, ...]) -> Change:
        return self._change("added", "", (), (_place(new, _whole(new)),), new, steps, *_asked(new))

    def removed(self, old: Thing, steps: tuple[Step, ...]) -> Change:
        return self._change("removed", "", (_place(old, _whole(old)),), (), old, steps, *_asked(old))

    def placed(self, kind: str, old: Thing, new: Thing, step: Step) -> Change:
        """A thing that was moved, renumbered or put in another order."""
        grade, signs = grade_of(kind, new.kind, ""), list[Both]()
        if kind == "moved" and old.level != new.level:
            word = "等级" if new.kind == "clause" else "级别"
            signs.append(both(f"{word} {old.level} → {new.level}", f"level {old.level} → {new.level}"))
            if self.pairs.new_of.get(old.parent or old) is new.parent:
                grade = REQUIREMENT
        places = (_place(old, old.text),), (_place(new, new.text),)
        return self._change(kind, "", *places, new, (step,), grade, tuple(signs))

    def edited(self, aspect: str, old: Thing, new: Thing, step: Step) -> Change:
        kind, grade = "edited", STRUCTURE if _names_edition(new) else grade_of("edited", new.kind, aspect)
        signs: tuple[Both, ...] = ()
        if follows(self.pairs, aspect, old, new):
            kind, grade = "renumbered", EDITORIAL
        elif grade == TEXT:
            grade, signs = judged(old.words(aspect), new.words(aspect))
        elif (new.kind, aspect) in TEXTS and bare(old.words(aspect)) == bare(new.words(aspect)):
            grade = EDITORIAL
        elif (new.kind, aspect) in TEXTS:
            signs = judged(old.words(aspect), new.words(aspect))[1]
        places = (_place(old, old.words(aspect)),), (_place(new, new.words(aspect)),)
        return self._change(kind, aspect, *places, new, (step,), grade, signs)

    def split(self, whole: Thing, parts: tuple[Thing, ...], steps: tuple[Step, ...]) -> Change:
        places = (_place(whole, whole.text),), tuple(_place(one, one.text) for one in parts)
        return self._change("split", "", *places, whole, steps, signs=_signs((whole,), parts))

    def merged(self, parts: tuple[Thing, ...], whole: Thing, steps: tuple[Step, ...]) -> Change:
        places = tuple(_place(one, one.text) for one in parts), (_place(whole, whole.text),)
        return self._change("merged", "", *places, whole, steps, signs=_signs(parts, (whole,)))

    def _change(
        self,
        kind: str,
        aspect: str,
        old: tuple[Place, ...],
        new: tuple[Place, ...],
        thing: Thing,
        steps: tuple[Step, ...],
        grade: str = "",
        signs: tuple[Both, ...] = (),
    ) -> Change:
        grade = grade or grade_of(kind, thing.kind, aspect)
        why = reason(kind, thing.kind, aspect, grade)
        return Change(kind, thing.kind, aspect, old, new, grade, hurt_by(grade, thing.kind), why, signs, steps)


def _signs(olds: tuple[Thing, ...], news: tuple[Thing, ...]) -> tuple[Both, ...]:
    """What differs between the texts of pieces and whole besides where they are cut."""
    return cut((one.text for one in olds), (one.text for one in news))


def _asked(one: Thing) -> tuple[str, tuple[Both, ...]]:
    """Prose that comes or goes is wording, but where it says with a modal verb what has to be done."""
    signs = asking(_whole(one)) if one.kind in PROSE else ()
    return (REQUIREMENT if signs else ""), signs


def _names_edition(one: Thing) -> bool:
    """Whether answers name it, so that those of another one are refused."""
    return one.kind == "fact" and one.name == "edition"


def _place(one: Thing, text: str) -> Place:
    path = tuple(above.title for above in one.above())
    return Place(one.document.name, one.id, path, text, one.span)


def _whole(one: Thing) -> str:
    """What a reader reads of a thing that came or went, with its parts, a line each."""
    if one.parent is None or one.parent.parent is None:
        return one.text
    lines = [thing.text for thing in _parts(one)]
    return "\n".join(filter(None, lines))


def _parts(one: Thing) -> list[Thing]:
    found = [one]
    for child in one.children:
        if child.kind not in OWN_LINES:
            found += _parts(child)
    return found
