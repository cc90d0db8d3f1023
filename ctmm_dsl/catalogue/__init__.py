"""The catalogue: every code there is, in one tuple. A code is stable and never used twice; its first digit is its family."""

from ctmm_dsl.catalogue import assessments, crosswalks, formulas, metrics, references, structure, text, weights, wording
from ctmm_dsl.findings import Both, Entry, both

FAMILIES: dict[str, Both] = {
    "CT1": both("文本", "text"),
    "CT2": both("结构", "structure"),
    "CT3": both("权重", "weights"),
    "CT4": both("引用", "references"),
    "CT5": both("指标", "metrics"),
    "CT6": both("公式", "formulas"),
    "CT7": both("对照", "crosswalks"),
    "CT8": both("措辞", "wording"),
    "CT9": both("评估文件", "assessments"),
}
"""What the codes that begin alike are about."""

CATALOGUE: tuple[Entry, ...] = (
    *text.ALL, *structure.ALL, *weights.ALL, *references.ALL, *metrics.ALL, *formulas.ALL, *crosswalks.ALL, *wording.ALL,
    *assessments.ALL,
)  # fmt: skip


def entry(code: str) -> Entry | None:
    """The entry of a code, or none."""
    return next((entry for entry in CATALOGUE if entry.code == code), None)
