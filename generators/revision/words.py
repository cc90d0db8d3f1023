"""All that a comparison says of its own, in both languages.

In: a key. Out: a text with named holes. What a standard says is never here: it comes as it is.
"""

from __future__ import annotations

from ctmm_dsl.findings import both

WORDS = {
    "title.changes": both("修订：改了什么", "Revision: what changed"),
    "title.log": both("变更记录", "Change log"),
    "title.comparison": both("标准修订对照表", "Comparison of the editions"),
    "about.old": both("旧版", "Old edition"),
    "about.new": both("新版", "New edition"),
    "about.count": both("改动", "Changes"),
    "about.documents": both("涉及", "Concerned"),
    "count": both("{count} 处", "{count}"),
    "count.waived": both("{count} 处，其中已同意 {waived} 处", "{count}, of which {waived} agreed to"),
    "nothing": both("没有改动", "nothing changed"),
    "contents": both("目录", "Contents"),
    "foot.changes": both(
        "改动按意思比较得出，不按行；排版、注释和行序不算改动。删去的字加删除线，新增的字加下划线。",
        "Changes are found by meaning, not by lines: layout and comments are none. "
        "Deleted text is struck through, inserted text underlined.",
    ),
    "foot.log": both(
        "每处改动列在受影响的各方之下；最后一节只列前面没有的。",
        "A change is listed for everyone whom it concerns; the last section has those that are not listed before.",
    ),
    "foot.comparison": both(
        "原条文中加删除线的是删去的字，修订后条文中加下划线的是新增的字。",
        "In the old text, what is struck through was deleted; in the new text, what is underlined was inserted.",
    ),
    "tile.gravest": both("最重的一类", "Gravest class"),
    "tile.changes": both("改动", "Changes"),
    "tile.waived": both("其中已同意 {count} 处", "{count} of them agreed to"),
    "tile.hurt": both("{count} 处", "{count}"),
    "section.summary": both("汇总", "Summary"),
    "section.asks": both("发布之前还要做的", "To be done before publication"),
    "section.idle": both("没有用上的同意", "Waivers that cover no change"),
    "idle": both(
        "{file} 第 {line} 行：{grade}　{document}　{place}", "{file}, line {line}: {grade} {document} {place}"
    ),
    "idle.hint": both(
        "这些改动已经没有了，或者成了别的类别；请核对后删去或改写。",
        "These changes are gone, or have become another class: check them, then delete or rewrite the entries.",
    ),
    "section.class": both("{grade}改动（{count}）", "{grade} changes ({count})"),
    "section.document": both("{id}　{name}", "{id}: {name}"),
    "filter": both("只看这些类别", "Show these classes"),
    "column.class": both("类别", "Class"),
    "column.meaning": both("含义", "Meaning"),
    "column.all": both("合计", "All"),
    "column.waived": both("已同意", "Agreed"),
    "column.place": both("位置", "Place"),
    "column.change": both("改动", "Change"),
    "column.text": both("内容", "Text"),
    "column.why": both("影响", "Consequence"),
    "column.number": both("序号", "No."),
    "column.clause": both("章条编号", "Clause"),
    "column.old": both("原条文", "Old text"),
    "column.new": both("修订后条文", "New text"),
    "column.kind": both("修改类型", "Kind of change"),
    "column.reason": both("修改理由/说明", "Reason or note"),
    "comparison.rest": both(
        "另有 {count} 处改动只供检查用（应有数目、已容许的问题），不在条文里，没有列入。",
        "Not listed: changes to what is said for checks alone (expected counts, allowances), which no document prints: {count}.",
    ),
    "all": both("合计", "All"),
    "waived": both("已同意：{reason}", "agreed to: {reason}"),
    "absent.old": both("（新增）", "(new)"),
    "absent.new": both("（删除）", "(deleted)"),
    "same": both("（文字不变）", "(text unchanged)"),
    "was": both("{old} → {new}", "{old} → {new}"),
    "colon": both("：", ": "),
    "and": both("、", ", "),
    "semicolon": both("；", "; "),
    "bracket": both("（{text}）", " ({text})"),
    "kind.added": both("新增{what}", "{what} added"),
    "kind.removed": both("删除{what}", "{what} removed"),
    "kind.edited": both("修改{what}", "{what} changed"),
    "kind.moved": both("移动{what}", "{what} moved"),
    "kind.renumbered": both("{what}改编号", "{what} renumbered"),
    "kind.reordered": both("调换{what}的次序", "{what} put in another order"),
    "kind.split": both("拆分{what}", "{what} split"),
    "kind.merged": both("合并{what}", "{what} merged"),
    "aspect": both("{thing}的{aspect}", "{aspect} of {thing}"),
    "brief.cities": both("城市", "cities"),
    "brief.integrators": both("系统", "integrators"),
    "brief.document": both("文件", "document"),
    "log.cities": both("给已作答的城市", "For cities that have answered"),
    "log.integrators": both("给用编号的系统", "For integrators"),
    "log.document": both("印出的文件", "In the published document"),
    "log.none": both("没有。", "None."),
    "meaning.editorial": both(
        "注、勘误、标点、编排；谁都不用做什么", "notes, errata, punctuation; nobody has to do anything"
    ),
    "meaning.wording": both("换了说法，所求看来没有变", "other words for what seems to be the same"),
    "meaning.requirement": both("城市要做的事变了", "what a city has to do"),
    "meaning.structure": both("有哪些、叫什么、在哪里变了", "what there is, what it is called, where it stands"),
    "meaning.scoring": both("同样的回答，得分不同", "what an unchanged answer is worth"),
    "summary": both("共 {count} 处改动：{classes}", "changes: {count} ({classes})"),
    "summary.waived": both("，已同意 {count} 处", "; {count} agreed to"),
    "summary.class": both("{grade} {count}", "{count} {grade}"),
    "failed": both(
        "有 {count} 处“{grade}”或更重的改动没有同意",
        "changes of class {grade} or graver that nobody agreed to: {count}",
    ),
}
