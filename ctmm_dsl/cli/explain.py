"""`ctmm explain`: the page of a code."""

from __future__ import annotations

import sys
from argparse import Namespace

from ctmm_dsl import catalogue
from ctmm_dsl.explain import page
from ctmm_dsl.reading import Trouble
from ctmm_dsl.slips import nearest


def run(arguments: Namespace) -> int:
    code = arguments.code.upper()
    by_slug = {entry.slug: entry.code for entry in catalogue.CATALOGUE}
    code = by_slug.get(arguments.code, code)
    if catalogue.entry(code) is None:
        near = nearest(code, tuple(entry.code for entry in catalogue.CATALOGUE))
        raise Trouble(f"没有检查代码 {arguments.code}{near['zh']}", f"there is no code {arguments.code}{near['en']}")
    sys.stdout.write(page(code, arguments.lang))
    return 0
