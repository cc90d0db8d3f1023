"""`ctmm audit`: whether a workbook is still the one that was generated, but for the answers in it."""

from __future__ import annotations

from argparse import Namespace

from ctmm_dsl.cli.assessments import scheme_of, sound_model
from ctmm_dsl.cli.filled import Given
from ctmm_dsl.reading import Trouble
from ctmm_dsl.sheets.unreadable import Unreadable
from ctmm_dsl.sheets.workbook import Workbook
from generators.workbook.audit import Audit, audit
from generators.workbooks import workbook


def run(arguments: Namespace) -> int:
    given = Given(arguments.file, whole=True)
    if given.workbook is None or given.identity is None:
        raise Trouble(f"{given.file} 不是工作簿", f"{given.file} is no workbook")
    model = sound_model(arguments.spec, arguments.lang)
    if model is None:
        return 1
    identity = given.identity
    scheme = scheme_of(model, arguments.standard or identity.scheme, None)
    if (identity.scheme, identity.edition) != (scheme.id, scheme.standard.edition):
        was, is_ = f"{identity.scheme} {identity.edition}", f"{scheme.id} {scheme.standard.edition}"
        raise Trouble(
            f"{given.file} 是为 {was} 生成的，这里的标准是 {is_}，无从比较",
            f"{given.file} was made for {was}, but the standard is {is_}: they cannot be compared",
        )
    try:
        found = audit(given.workbook, Workbook(workbook(scheme, given.digest), whole=True))
    except Unreadable as error:
        raise given.trouble(error) from error
    for line in _lines(found, arguments.lang, listed=arguments.list):
        print(line)
    return 1 if found.differences else 0


def _lines(found: Audit, language: str, *, listed: bool) -> list[str]:
    zh = language == "zh"
    colon = "：" if zh else ": "
    counts = (
        ("公式", "formulas", found.formulas),
        ("固定内容", "constants", found.constants),
        ("受保护的工作表", "protected sheets", found.protected),
    )
    lines = [f"{cn if zh else en}{colon}{there} / {should}" for cn, en, (there, should) in counts]
    lines.append(
        f"{'所用函数' if zh else 'functions'}{colon}{'、'.join(found.functions) if zh else ', '.join(found.functions)}"
    )
    held = sum(rule not in ("—", "none") for _, rule in found.rules)
    lines.append(
        f"{'填报单元格' if zh else 'answer cells'}{colon}{len(found.rules)}{'，有校验的' if zh else ', validated'} {held}"
    )
    if listed:
        lines += [f"  {place}  {rule}" for place, rule in found.rules]
    for one in found.differences:
        lines.append(f"{one.place}{colon}{one.words[language]}" if one.place else one.words[language])
    count = len(found.differences)
    if count:
        lines.append(f"与生成的工作簿有 {count} 处不同" if zh else f"{count} differences from the generated workbook")
    else:
        lines.append("与生成的工作簿一致" if zh else "as it was generated, but for the answers")
    return lines
