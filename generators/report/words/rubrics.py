"""Words of rubrics: the profile now and planned, gaps, perception."""

from __future__ import annotations

from ctmm_dsl.findings import both

WORDS = {
    "tile.now": both("现状", "Now"),
    "tile.planned": both("规划", "Planned"),
    "tile.middle": both("{count} 个{layer}的{median}", "{median} of {count} × {layer}"),
    "tile.reached": both("各{layer}都已达到", "Reached everywhere"),
    "tile.reached.text": both("最低的级别；规划达到{planned}", "the lowest level; planned: {planned}"),
    "median.low": both("低中位数", "low median"),
    "median.high": both("高中位数", "high median"),
    "rubric.verdict": both(
        "{subject}的 {count} 个{layer}现在居中的是{now}，规划的是{planned}；全部都已达到的是{reached}。",
        "Of {subject}, {count} × {layer} stand in the middle at "
        "{now}, planned at {planned}; reached everywhere: {reached}.",
    ),
    "rubric.method": both(
        "这些{layer}没有权重，也没有总的判定。居中的级别取{median}，各{layer}同样看待，是方法所声明的汇总。",
        "They have no weights, and there is no verdict on the whole. The "
        "figures are the {median}, each {layer} alike, as the method declares.",
    ),
    "section.profile": both("等级分布", "Profile"),
    "profile.figure": both("处在各级别的{layer}个数", "How many × {layer} stand at each level"),
    "profile.table": both("各级别上的{layer}个数", "How many × {layer} at each level"),
    "column.now": both("现状", "Now"),
    "column.planned": both("规划", "Planned"),
    "column.gap": both("差距", "Gap"),
    "column.reached": both("最低（现状 → 规划）", "Lowest (now → planned)"),
    "figures.table": both("各{layer}的级别", "Levels by {layer}"),
    "figures.figure": both("各{layer}居中的级别：现状与规划", "Middle level by {layer}: now and planned"),
    "section.weak": both("薄弱的{layer}", "Weak spots by {layer}"),
    "weak.text": both(
        "现状级别最低的在前；同级的，规划要提升得多的在前。每一项列出现在的描述和上一级的描述。",
        "Lowest level first; of equal ones the greater gap to the "
        "plan. Each with the descriptor of its level now and of the next.",
    ),
    "weak.table": both("级别最低的{layer}", "The lowest × {layer}"),
    "weak.present": both("现在的描述", "As it is now"),
    "weak.following": both("上一级的描述", "The level above"),
    "weak.top": both("已是最高级别", "already at the top"),
    "weak.unanswered": both("没有人作答", "nobody answered"),
    "section.gaps": both("规划要补的差距", "Gaps to close"),
    "gaps.text": both(
        "{count} 个{layer}规划高于现状，共 {steps} 级；{flat} 个没有规划提升。",
        "{count} × {layer} are planned higher than now, {steps} levels in all; {flat} are not.",
    ),
    "gaps.table": both("差距大的{layer}", "The greatest gaps"),
    "gaps.target": both("规划级别的描述", "The level planned"),
    "gaps.none": both("没有一项规划高于现状。", "Nothing is planned higher than now."),
    "section.perception": both("认识差异", "Differences in perception"),
    "perception.text": both(
        "共 {count} 位答者{groups}。相差最大的列在下面。", "{count} respondents{groups}. Where they differ most:"
    ),
    "perception.group": both("{group} {count} 位", "{group}: {count}"),
    "perception.group.none": both("未注明", "no group"),
    "perception.table": both("答者看法相差最大的{layer}", "Where respondents differ most"),
    "perception.spread": both("答者之间（现状 / 规划）", "Between respondents (now / planned)"),
    "perception.between": both("组别之间（现状 / 规划）", "Between groups (now / planned)"),
    "perception.groups": both("各组的现状 → 规划", "Each group, now → planned"),
    "perception.none": both("答者对每一项的看法都一致。", "All respondents agree on everything."),
    "section.documents": both("可用的支持文件", "Supporting documents"),
    "documents.text": both("标准为薄弱的{layer}列出的文件：", "What the standard names for the weak spots:"),
    "documents.table": both("薄弱的{layer}与支持文件", "Weak spots and supporting documents"),
    "documents.name": both("文件", "Document"),
    "documents.on": both("内容", "On"),
}
