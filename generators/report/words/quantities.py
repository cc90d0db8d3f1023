"""Words of totals: scores and deductions, indicators, their formulas and values."""

from __future__ import annotations

from ctmm_dsl.findings import both

WORDS = {
    "tile.total": both("总分", "Total"),
    "tile.total.less": both("得分 {score}，扣分 {deducted}", "scored {score}, less {deducted}"),
    "tile.lost": both("失分最多", "Loses most"),
    "tile.lost.text": both("失 {lost} 分，得 {score} 分", "{lost} points lost, scores {score}"),
    "tile.full": both("得满分的指标", "Indicators at full marks"),
    "tile.full.text": both("共 {count} 个指标", "of {count} indicators"),
    "total.verdict": both("{subject}总分 {total}。", "{subject} scores {total} in total."),
    "total.less": both("其中得分 {score}，扣分 {deducted}。", "It is {score}, less {deducted} deducted."),
    "total.full": both(
        "{count} 个计分的指标中，{full} 个得满分，{zero} 个得 0 分。",
        "Of {count} indicators that score, {full} have full marks and {zero} none.",
    ),
    "total.figure": both("各{layer}得分", "Scores by {layer}"),
    "total.table": both("各{layer}的得分", "Scores by {layer}"),
    "column.contributes": both("计入总分", "Counts"),
    "column.deducted": both("扣分", "Deducted"),
    "column.most": both("最多扣", "At most"),
    "section.deductions": both("扣分", "Deductions"),
    "deductions.none": both("没有扣分。", "Nothing is deducted."),
    "deductions.some": both("扣分的 {count} 项，共扣 {points} 分。", "Deducting: {count}; {points} points together."),
    "deductions.table": both("只扣分的各项", "What only deducts"),
    "section.indicators": both("失分的指标", "Indicators by points lost"),
    "indicators.text": both(
        "失分 = 占总分 ×（该指标最多能得的分 − 得分）。{count} 个指标有失分，其中失分最多的列在下面。",
        "Points lost: part of the total × (most it can score − its score). "
        "{count} indicators lose points; those that lose most are listed.",
    ),
    "indicators.text.all": both(
        "失分 = 占总分 ×（该指标最多能得的分 − 得分）。{count} 个指标有失分。",
        "Points lost: part of the total × (most it can score − its score). {count} indicators lose points.",
    ),
    "indicators.none": both("没有指标失分。", "No indicator loses points."),
    "indicators.table": both("失分最多的指标", "Indicators that lose most"),
    "indicators.figure": both("失分最多的指标（分）", "Points of the total lost"),
    "indicators.lost": both("失分", "points lost"),
    "section.formulas": both("各指标的计算方法与数据", "Every indicator: its formula and data"),
    "formulas.calculation": both("计算方法", "Formula"),
    "formulas.data": both("填报的数据", "Reported"),
    "formulas.reading": both("按另一种读法：{label}", "read as: {label}"),
    "value.missing": both("缺", "missing"),
    "value.text": both("{label}：{value}", "{label}: {value}"),
}
