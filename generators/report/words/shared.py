"""Words of every report: its title, what it is about, numbers and lists."""

from __future__ import annotations

from ctmm_dsl.findings import both

WORDS = {
    "title": both("{subject}评估报告", "Assessment report: {subject}"),
    "title.nobody": both("评估报告", "Assessment report"),
    "about.standard": both("标准", "Standard"),
    "about.number": both("标准编号", "Number"),
    "about.edition": both("版本", "Edition"),
    "about.profile": both("计分剖面", "Profile"),
    "about.profile.text": both("{name}（{id}；剖面不是标准正文）", "{name} ({id}; a profile, not the standard itself)"),
    "about.date": both("评估日期", "Date of assessment"),
    "about.subject": both("评估对象", "Subject"),
    "about.answers": both("作答", "Answers"),
    "about.whole": both("全部作答", "complete"),
    "about.partial": both("缺 {count} 项；以下按最低计", "{count} missing; counted at their worst below"),
    "contents": both("目录", "Contents"),
    "foot": both(
        "本报告由评估数据按标准逐项算出。得分按分数（有理数）精确计算，只在显示时四舍五入到两位小数；等级由精确值判定。",
        "This report is computed from the assessment as the standard says. Scores are exact fractions, rounded half up to two places "
        "for display alone; the exact figures decide.",
    ),
    "number.section": both("{number}、{text}", "{number} {text}"),
    "number.appendix": both("附录{number}　{text}", "Appendix {number}: {text}"),
    "number.table": both("表 {number}　{text}", "Table {number}. {text}"),
    "number.figure": both("图 {number}　{text}", "Figure {number}. {text}"),
    "and": both("、", ", "),
    "semicolon": both("；", "; "),
    "colon": both("：", ": "),
    "bracket": both("（{text}）", " ({text})"),
    "level": both("{name}", "level {number} ({name})"),
    "level.brief": both("{count}", "level {number}"),
    "below": both("未达到{level}", "below {level}"),
    "missing.title": both("有 {count} 项没有作答", "Answers missing: {count}"),
    "missing.ids": both("没有作答的：{ids}", "Missing: {ids}"),
    "missing.counted": both(
        "没有作答的按最低计。下面说达到的，无论其余怎样作答都达到。",
        "What is missing is counted at its worst: what is said to be reached is reached however the rest is answered.",
    ),
    "missing.level": both(
        "全部作答后，等级在{low}与{high}之间。", "With all answers the level lies between {low} and {high}."
    ),
    "missing.total": both(
        "全部作答后，总分在 {low} 与 {high} 之间。", "With all answers the total lies between {low} and {high}."
    ),
    "missing.figure": both(
        "全部作答后，现状在 {low} 级与 {high} 级之间。",
        "With all answers the present figure lies between {low} and {high}.",
    ),
    "column.id": both("编号", "ID"),
    "column.name": both("名称", "Name"),
    "column.score": both("得分", "Score"),
    "column.weight": both("占总分", "Of total"),
    "column.lost": both("失分", "Lost"),
    "column.level": both("等级", "Level"),
    "whole": both("整体", "All"),
    "yes": both("是", "yes"),
    "no": both("否", "no"),
    "more": both("另有 {count} 项，见后面各表。", "{count} more are in the tables that follow."),
    "unbounded": both("无法计算", "not known"),
    "section.conclusion": both("结论", "Conclusion"),
    "section.scores": both("各{layer}得分", "Scores by {layer}"),
    "section.balance": both("强项与弱项", "Strengths and weaknesses"),
    "section.tables": both("各{layer}明细", "Details by {layer}"),
    "balance.level": both(
        "按{level}看：得分超过门槛 {threshold} 的是强项，其余是弱项；失分是该项离满分所差、折算到整体的分数。",
        "Seen from {level}: what scores more than {threshold} is strong, the rest "
        "weak. Points lost: what it lacks to full marks, counted in the whole.",
    ),
    "balance.level.loose": both(
        "按{level}看：得分达到门槛 {threshold} 的是强项，其余是弱项；失分是该项离满分所差、折算到整体的分数。",
        "Seen from {level}: what scores {threshold} or more is strong, the rest "
        "weak. Points lost: what it lacks to full marks, counted in the whole.",
    ),
    "balance.total": both(
        "得分不低于总分的是强项，其余是弱项；失分是该项离满分所差、折算到总分的分数。",
        "What scores no less than the whole is strong, the rest weak. "
        "Points lost: what it lacks to full marks, counted in the total.",
    ),
    "balance.strong": both("强项", "Strengths"),
    "balance.weak": both("弱项（失分多的在前）", "Weaknesses, most points lost first"),
    "balance.none.strong": both("没有强项。", "There is no strength at this level."),
    "balance.none.weak": both("没有弱项。", "There is no weakness at this level."),
    "balance.grave": both("在已达到的等级也不够", "not enough at the level reached either"),
    "balance.shortfalls": both("失分最多的条款", "Clauses that lose most"),
}
