"""Words of evidence, of what other standards offer, of comparisons, and of the explanation."""

from __future__ import annotations

from ctmm_dsl.findings import both

WORDS = {
    "section.evidence": both("证明材料", "Evidence"),
    "evidence.none": both("评估文件里没有证明材料，也没有备注。", "The assessment gives no evidence and no remarks."),
    "evidence.unbacked.title": both("{count} 条条款没有证明材料", "Clauses without evidence: {count}"),
    "evidence.unbacked": both(
        "判为高于“{lowest}”而没有列出证明材料的：{ids}", "Answered above {lowest} without any: {ids}"
    ),
    "evidence.table": both("证明材料与备注", "Evidence and remarks"),
    "evidence.what": both("评估的内容", "What is assessed"),
    "evidence.answer": both("判定", "Answer"),
    "evidence.evidence": both("证明材料", "Evidence"),
    "evidence.note": both("备注", "Remark"),
    "evidence.by": both("答者：{who}", "by {who}"),
    "section.offers": both("其他标准能为弱项提供什么", "What other standards offer on weak spots"),
    "offers.text": both(
        "经由对照表，与弱项相关的其他标准内容、数据项和支持文件。它们是可供核查和参考的材料，本身不证明条款已经满足。",
        "Through the crosswalks: what other standards have on the weak spots, with their "
        "data and documents. It is something to look at; it proves nothing by itself.",
    ),
    "offers.standard": both("标准", "Standard"),
    "offers.node": both("相关内容", "What it has"),
    "offers.relation": both("关系", "Relation"),
    "offers.use": both("可用的数据项与文件", "Data and documents"),
    "offers.data": both("数据项", "data"),
    "offers.document": both("文件", "document"),
    "offers.more": both("等 {count} 项", "{count} in all"),
    "offers.through": both("对照的是 {node}", "mapped at {node}"),
    "section.explanation": both("每个数字的来历", "Where every number comes from"),
    "explanation.text": both(
        "下面逐项列出判定和得分，直到条款原文和标准文件的行号；按所列的数可以重新算出结果。得分一栏是精确值。",
        "Every answer and score, down to the clause's text and its line in the standard's "
        "file. The figures are exact: the result can be computed anew from them.",
    ),
    "explanation.points": both("得分 A", "Points A"),
    "explanation.answer": both("判定", "Answer"),
    "explanation.text.column": both("条款原文", "Requirement"),
    "explanation.source": both("出处", "Source"),
    "explanation.sum": both(
        "{level}：M = {clauses} 条，ΣA = {points}，C = ΣA ÷ M = {score}",
        "{level}: M = {clauses}, ΣA = {points}, C = ΣA ÷ M = {score}",
    ),
    "explanation.nodes": both("各{layer}得分的精确值", "Exact scores by {layer}"),
    "explanation.opinions": both("各答者：现状 → 规划", "Each respondent, now → planned"),
    "explanation.figure": both("取值", "Figure"),
    "explanation.descriptor": both("现状级别的描述", "Descriptor of the level now"),
    "comparison.title": both("{count} 份评估的比较", "Comparison of {count} assessments"),
    "comparison.cases": both("比较的评估", "Assessments"),
    "comparison.case": both("评估", "Assessment"),
    "comparison.subject": both("评估对象", "Subject"),
    "comparison.result": both("结果", "Result"),
    "comparison.place": both("名次", "Place"),
    "comparison.class": both("城市类别", "Class"),
    "comparison.date": both("评估日期", "Date"),
    "comparison.table": both("结果一览", "Results"),
    "comparison.ranking.level": both(
        "名次只看判定的等级；同级并列，得分高低不分先后。",
        "Places follow the level reached alone; equal levels share a place, whatever the scores.",
    ),
    "comparison.ranking.total": both(
        "名次按总分（两位小数）；相同的并列。", "Places follow the total, to two places; equal ones share a place."
    ),
    "comparison.incomplete": both(
        "有的评估没有全部作答，按最低计；因此不排名次：{cases}",
        "Incomplete, counted at their worst, so nothing is ranked: {cases}",
    ),
    "section.results": both("结果", "Results"),
    "section.domains": both("各{layer}的比较", "By {layer}"),
    "section.domains.level": both("各{layer}在{level}的比较", "By {layer}, at {level}"),
    "section.levels.compared": both("各等级得分的比较", "Scores at every level"),
    "section.differences": both("差别最大的各项", "Where they differ most"),
    "comparison.difference": both("{name}：差", "{name}, difference"),
    "comparison.figure": both("各{layer}的比较", "Comparison by {layer}"),
    "comparison.spread": both("最大差别", "Spread"),
    "comparison.differences.text": both(
        "{at}按最高分与最低分之差排列。", "{at}by the difference between the highest and the lowest score."
    ),
    "comparison.differences.at": both("在{level}，", "At {level}, "),
    "comparison.differences.none": both("各项得分都相同。", "All scores are equal."),
    "comparison.first": both("差，是与“{name}”相比。", "Differences are from {name}."),
    "section.changes": both("从“{before}”到“{after}”的变化", "What changed from {before} to {after}"),
    "section.unlike": both("“{before}”与“{after}”的不同", "Where {before} and {after} differ"),
    "changes.none": both("没有变化。", "Nothing changed."),
    "changes.clauses": both("判定有变化的条款", "Clauses answered otherwise"),
    "changes.values": both("有变化的数据", "Data that changed"),
    "changes.indicators": both("得分有变化的指标", "Indicators whose points changed"),
    "changes.rubrics": both("级别有变化的{layer}", "Levels that changed"),
    "changes.gained": both("折算到总分", "In the total"),
    "changes.gained.level": both("折算到{level}", "At {level}"),
    "changes.more": both("还有 {count} 项，略。", "{count} more are left out."),
    "agreement.title": both("两位评估人的一致程度：{one}与{other}", "Agreement of two assessors: {one} and {other}"),
    "agreement.equal": both("判定相同", "Equal answers"),
    "agreement.equal.text": both("共同作答 {count} 项", "of {count} that both answer"),
    "agreement.kappa": both("科恩 κ", "Cohen's κ"),
    "agreement.disputes": both("有分歧", "Disputes"),
    "agreement.disputes.text": both("其中 {count} 项足以改变等级", "{count} of them move the level"),
    "agreement.section": both("一致程度", "Agreement"),
    "agreement.levels": both(
        "{one}判定为{first}，{other}判定为{second}。", "{one} comes to {first}, {other} to {second}."
    ),
    "agreement.span": both(
        "分歧全部取较差的一方，是{low}；全部取较好的一方，是{high}。",
        "Settled by the worse answers throughout it is {low}, by the better ones {high}.",
    ),
    "agreement.table": both("各类判定的一致程度", "Agreement by kind of answer"),
    "agreement.kind": both("判定", "Answers"),
    "agreement.items": both("项数", "Items"),
    "agreement.linear": both("线性加权 κ", "Linear κ"),
    "agreement.quadratic": both("平方加权 κ", "Quadratic κ"),
    "agreement.kind.clauses": both("条款", "clauses"),
    "agreement.kind.now": both("现状级别", "levels now"),
    "agreement.kind.planned": both("规划级别", "levels planned"),
    "agreement.undefined": both("无定义", "undefined"),
    "agreement.note": both(
        "κ =（实际一致 − 偶然一致）÷（1 − 偶然一致）：1 是完全一致，0 "
        "是与偶然无异；加权的 κ 按两档相距多远计。双方对全部条款给同一个判定时，κ 没有意义。",
        "κ = (observed − expected) ÷ (1 − expected): 1 is full agreement, 0 what chance would give; weighted κ counts "
        "how far two answers stand apart. It is undefined where both give one and the same answer to everything.",
    ),
    "disputes.section": both("有分歧的条款", "Disputed clauses"),
    "disputes.text": both(
        "折算分数差别大的在前。“改变等级”：只采纳另一方的这一条判定，等级就变。",
        "Most points apart first. “Moves the level”: taking the other's answer to this clause alone does.",
    ),
    "disputes.none": both("没有分歧。", "There is no dispute."),
    "disputes.worth": both("最多相差", "Apart"),
    "disputes.moves": both("改变等级", "Moves the level"),
    "disputes.rubrics": both("有分歧的{layer}", "Disputed levels"),
    "disputes.values": both("不一致的数据", "Data that differ"),
}
