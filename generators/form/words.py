"""What a form says, in both languages: one table.

In: nothing. Out: `WORDS`, by the names that the page's skeleton and script use. `{…}` are holes; both twins have the same.
"""

from __future__ import annotations

from ctmm_dsl.findings import Both, both

WORDS: dict[str, Both] = {
    # ---- the head ----
    "form": both("离线自评表", "Offline self-assessment"),
    "skip": both("跳到填写部分", "Skip to the questions"),
    "noscript": both(
        "本页需要 JavaScript 才能填写。它不连接任何网络；请在浏览器中允许本文件运行脚本。",
        "This page needs JavaScript. It connects to no network; please allow scripts for this file.",
    ),
    "unstarted": both(
        "本页没能启动。请用较新的浏览器打开本文件：Chrome、Edge、360、QQ 浏览器（内核 86 以上）或 Firefox。",
        "This page did not start. Please open the file in a newer browser: Chromium 86 or later, or Firefox.",
    ),
    "edition_n": both("版本 {edition}", "edition {edition}"),
    "city": both("城市名称", "City"),
    "city_unnamed": both("（未填）", "(not given)"),
    "date": both("评估日期", "Date"),
    "tools": both("文件", "File"),
    "import": both("导入…", "Import…"),
    "export": both("导出", "Export"),
    "print": both("打印", "Print"),
    "undo": both("撤销替换", "Undo replacement"),
    "wipe": both("清除…", "Wipe…"),
    # ---- the bar ----
    "standing": both("目前的结果", "Result so far"),
    "scores": both("各等级得分", "Scores of the levels"),
    "progress": both("填写进度", "Progress"),
    "answered_n": both("已答 {done} / {all}", "{done} of {all} answered"),
    "to_results": both("看结果", "See results"),
    "level_reached": both("达到等级", "Level reached"),
    "total": both("总分", "Total"),
    "total_of": both("得分 {scored}，扣分 {deducted}", "score {scored}, deducted {deducted}"),
    "reached_everywhere": both("处处达到（现状 → 规划）", "Reached everywhere (now → planned)"),
    "summary_median": both("中位级别（现状 → 规划）", "Median level (now → planned)"),
    "no_level": both("未达到一级", "below level 1"),
    "level_n": both("{n} 级", "Level {n}"),
    "to": both("{least} 到 {most}", "{least} to {most}"),
    "from_to": both("至少{lower}，至多{upper}", "at least {lower}, at most {upper}"),
    "up_to": both("未定，至多{upper}", "open, at most {upper}"),
    "classes_open": both("未定：{classes}", "open: {classes}"),
    "class_open": both("城市类别未定", "the class is still open"),
    "no_class": both("不入类", "none"),
    "mark_reached": both("✓ 达到", "✓ reached"),
    "mark_passes": both("△ 分够级未到", "△ score only"),
    "mark_undecided": both("… 未定", "… open"),
    "mark_fails": both("✕ 未达", "✕ not reached"),
    # ---- the store ----
    "nothing_yet": both("尚无填写；填写后自动保存于本浏览器", "Nothing yet; answers are saved in this browser"),
    "restored": both("已恢复本浏览器中保存的内容", "Restored from this browser"),
    "saving": both("正在保存…", "Saving…"),
    "saved": both("已保存于本浏览器", "Saved in this browser"),
    "wiped": both("本浏览器中已无保存内容", "Nothing is kept in this browser"),
    "not_saved": both("未能保存于本浏览器", "Not saved in this browser"),
    "conflict": both("暂停保存：另一窗口有改动", "Saving is paused: another window has changed it"),
    "storage_failed": both(
        "浏览器不让本页保存，或者没有空间了。已填的内容还在本页；离开之前请用“导出”存成文件。",
        "The browser does not let this page save, or has no space left. What you typed is still here; please export it before you leave.",
    ),
    "other_window": both(
        "同一份自评表在另一个窗口里有改动。要用哪一份？另一份可用“撤销替换”取回。",
        "This form was changed in another window. Which one is to stay? The other can be had back by “Undo replacement”.",
    ),
    "adopted": both(
        "另一个窗口里有改动，本窗口已跟着更新。", "Another window has changed this form; this one now shows the same."
    ),
    "take_theirs": both("用另一窗口的", "Use the other window's"),
    "keep_mine": both("用本窗口的", "Keep this window's"),
    # ---- notices and questions ----
    "close": both("知道了", "Close"),
    "cancel": both("取消", "Cancel"),
    "broken": both(
        "本页出了意外的错误，请导出已填的内容并告知制作者：{what}",
        "Something unforeseen went wrong; please export your answers and tell the makers: {what}",
    ),
    "exported": both("已导出评估文件，全部已答。", "The assessment was exported; it is complete."),
    "exported_partly": both(
        "已导出评估文件，还有 {n} 项未答；以后可以导入继续填。",
        "The assessment was exported; {n} are still unanswered. Import it to go on.",
    ),
    "export_wrong_title": both("有些值读不出来", "Some values cannot be read"),
    "export_wrong": both(
        "它们照原样写进文件，打分程序会拒收，改正后再导出即可：",
        "They are exported as typed; a scorer will refuse the file until they are mended:",
    ),
    "export_anyway": both("照样导出", "Export all the same"),
    "imported": both("已导入“{name}”，已答 {n} 项。", "“{name}” was imported; {n} are answered."),
    "imported_wrong": both(
        "有些值有问题，已照原样保留，见各栏旁的说明：",
        "Some values are wrong; they are kept as they are, and told beside their fields:",
    ),
    "other_texts": both(
        "这些条款的文字与本标准现在的不同，可能是修订之前填的：{ids}",
        "Other texts than the standard's, perhaps from before a revision: {ids}",
    ),
    "import_title": both("用文件替换现有的填写？", "Replace the answers by those of the file?"),
    "import_text": both(
        "现在已答 {n} 项。替换之后可以撤销一次。", "{n} are answered now. The replacement can be undone once."
    ),
    "import_yes": both("替换", "Replace"),
    "refused": both("“{name}”没有导入，现有内容不变。", "“{name}” was not imported; nothing has changed."),
    "other_hint": both(
        "本表是 {standard} {edition} 版的；请用那个标准、那一版的自评表打开它。",
        "This form is for {standard}, edition {edition}; open the file with the form of its own standard and edition.",
    ),
    "damaged_hint": both("文件可能已损坏，或不是评估文件：", "The file may be damaged, or is no assessment:"),
    "foreign_hint": both("文件里有本标准没有的内容：", "There is something in it that this standard does not have:"),
    "more_problems": both("……另有 {n} 处", "… and {n} more"),
    "too_large": both("文件太大，不会是评估文件。", "The file is too large for an assessment."),
    "not_utf8": both("文件不是 UTF-8 编码。", "The file is not UTF-8."),
    "unreadable": both("文件读不出来。", "The file cannot be read."),
    "wipe_title": both("清除全部填写？", "Wipe everything?"),
    "wipe_text": both(
        "清除本页的全部填写，以及本浏览器中保存的内容。已导出的文件不受影响。",
        "All answers on this page are wiped, and what this browser keeps of them. Exported files stay.",
    ),
    "wipe_more": both("在关闭本页之前可以撤销。", "Until this page is closed it can be undone."),
    "wipe_yes": both("清除", "Wipe"),
    "wiped_told": both("已清除。", "Wiped."),
    # ---- contents, tabs, filter ----
    "contents": both("目录", "Contents"),
    "levels": both("等级和部分", "Levels and parts"),
    "view_values": both("数据", "Data"),
    "view_rubrics": both("特征", "Characteristics"),
    "view_everything": both("全部", "All"),
    "search": both("查找", "Search"),
    "search_hint": both("查找编号、文字、证明材料", "Search numbers, texts, evidence"),
    "filter": both("筛选", "Filter"),
    "filter_all": both("全部", "All"),
    "filter_unanswered": both("未答", "Unanswered"),
    "blocking_level": both("阻碍达到{level}", "Blocking {level}"),
    "blocking_none": both("已是最高级", "Top level reached"),
    "blocking_points": both("未得满分", "Losing points"),
    "blocking_lowest": both("处在最低级", "At the lowest level"),
    "found_n": both("显示 {n} / {all} 项", "Showing {n} of {all}"),
    "found_here": both("符合 {n}", "{n} found"),
    "found_none": both("没有符合的项", "Nothing matches"),
    # ---- the list ----
    "weight": both("权重", "Weight"),
    "scores_n": both("得分", "Score"),
    "deducts": both("扣分", "Deducted"),
    "clear": both("清空", "Clear"),
    "clear_of": both("清空 {id} 的答案", "Clear the answer to {id}"),
    "remarks": both("证明、备注", "Evidence"),
    "evidence": both("证明材料（每行一项）", "Evidence (one a line)"),
    "note": both("备注", "Remark"),
    "evidence_n": both("证明 {n} 项", "Evidence: {n}"),
    "has_note": both("有备注", "Remark"),
    "yes": both("是", "Yes"),
    "no": both("否", "No"),
    "calculation": both("计算方法", "How it is calculated"),
    "reading": both("另一种读法：", "Other reading:"),
    "read_elsewhere": both("另用到：", "Also uses:"),
    "spare": both("这里不计分的数据", "Data that does not count here"),
    "spare_hint": both(
        "同一标准的其他读法才用到，可以不填。", "Only other readings of the standard use it; it may be left out."
    ),
    "now": both("现状", "Now"),
    "planned": both("规划", "Planned"),
    "now_planned": both("现状 → 规划", "Now → planned"),
    "builds_on": both("（在第 {n} 级之上）", "(on top of level {n})"),
    "gap": both("差距", "Gap"),
    "gap_n": both("差距 {n} 级", "gap: {n}"),
    "figure_of": both(
        "{count} 人合计：现状 {now} → 规划 {planned}", "{count} respondents: now {now} → planned {planned}"
    ),
    "spread_n": both(
        "各人相差 {now} / {planned} 级（现状 / 规划）", "they differ by {now} / {planned} (now / planned)"
    ),
    "groups_gap_n": both("各组相差 {now} / {planned} 级", "groups differ by {now} / {planned}"),
    "respondents": both("答者", "Respondents"),
    "respondents_none": both(
        "现在是一份答案。几个人分别作答的，可以逐个添加，结果取中位数，并看出各人的差异。",
        "There is one set of answers. Where several people answer, the result is their median, and shows how they differ.",
    ),
    "respondents_hint": both(
        "下面填写的是选中的答者的答案；不了解的可以不答。",
        "The answers below are those of the chosen respondent, who may leave out what he does not know.",
    ),
    "first_respondent": both("分答者填写", "Answer by respondents"),
    "add_respondent": both("添加答者", "Add a respondent"),
    "remove_respondent": both("移除“{name}”", "Remove “{name}”"),
    "remove_title": both("移除“{name}”和他的答案？", "Remove “{name}” and his answers?"),
    "remove_text": both("可以撤销一次。", "This can be undone once."),
    "remove_yes": both("移除", "Remove"),
    "respondent_n": both("答者 {n}", "Respondent {n}"),
    "respondent_name": both("姓名或称呼", "Name"),
    "respondent_group": both("群体（如政府、企业、居民）", "Group (government, business, residents …)"),
    # ---- results ----
    "results": both("结果", "Results"),
    "levels_chart": both("各等级得分", "Scores of the levels"),
    "domains_at": both("{level}的各部分得分", "Scores at {level}"),
    "domains_chart": both("各部分得分", "Scores of the parts"),
    "rubric_chart": both("各部分的现状和规划", "The parts now and as planned"),
    "rubric_table": both("各部分", "The parts"),
    "profile": both("各级别的项数", "How many at each level"),
    "hollow": both(
        "实色：至少；空心：未答的都取最好。", "Full: at least; hollow: with all that is unanswered at its best."
    ),
    "worst_case": both(
        "未答的按最低级别画出。实线：现状；虚线：规划。",
        "What is unanswered is drawn at the lowest level. Full: now; dashed: planned.",
    ),
    "threshold": both("界线", "Threshold"),
    "threshold_n": both("界线 {n}", "Threshold {n}"),
    "part": both("部分", "Part"),
    "level": both("等级", "Level"),
    "score": both("得分", "Score"),
    "outcome": both("判定", "Outcome"),
    "scale": both("评分尺度", "The scale"),
    # ---- on paper ----
    "answers": both("逐项答案", "All answers"),
    "id": both("编号", "ID"),
    "asked": both("内容", "Asked"),
    "answer": both("答案", "Answer"),
    "evidence_note": both("证明材料、备注", "Evidence, remark"),
    "wrong": both("有误", "wrong"),
    "offline": both(
        "本文件不连接任何网络，填写的内容只在本机。",
        "This file connects to no network; what you type stays on this machine.",
    ),
    "made_from": both("所依据的标准文本：", "Made from the standard's text:"),
}
