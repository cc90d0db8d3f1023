"""All that an analysis says of its own, in both languages."""

from __future__ import annotations

from ctmm_dsl.findings import both

WORDS = {
    "an.title": both("计分方法分析：{name}", "What the method does: {name}"),
    "an.foot": both(
        "本文由标准按精确计算得出，没有抽样。说“可以”的，都有算例，经计分程序核对；说“不会”“最少”“最多”的，都已证明。"
        "得分、权重按分数计算，只在显示时四舍五入到两位小数。",
        "Computed exactly from the standard; nothing is sampled. What is said to be possible has an example, scored by the referee; "
        "what is said never to happen, or to be the least or the most, is proved. Figures are fractions, rounded for display alone.",
    ),
    "an.given": both("所给评估", "Given assessment"),
    # ---- method ----
    "an.method": both("计分方法", "The method"),
    "an.method.rule": both(
        "一级的得分 {sign} {threshold} 为达标；一级的得分计入{counted}；{climb}。",
        "A level passes where its score {sign} {threshold}; its score counts {counted}; {climb}.",
    ),
    "an.counted.cumulative": both("本级和低于它的各级的全部条款", "its own clauses and those of all levels below it"),
    "an.counted.own": both("本级的条款", "its own clauses alone"),
    "an.climb.one": both("逐级达标才算达到", "levels are reached one by one"),
    "an.climb.any": both("任一级达标，低于它的各级都算达到", "a level that passes carries all levels below it"),
    "an.constant": both(
        "标准里另有公式。以下关于条款的各项，都按公式合计 {points} 分计，数据见算例 highest。",
        "There are formulas too. All that is said of clauses below holds where these bring {points}, as in the example “highest”.",
    ),
    "an.tile.top": both("{level}最多可不满足的本级条款", "Own clauses of {level} that may be unmet"),
    "an.tile.top.value": both("{count} / {of}", "{count} of {of}"),
    "an.tile.top.text": both("其余全部满足，仍达到{level}", "all else fully met, {level} is reached"),
    "an.tile.carry": both("满足到{level}、其上一条不满足", "All up to {level} met, nothing above"),
    "an.tile.carry.text": both("由低级条款托上去", "carried by the clauses below"),
    "an.tile.ratio": both("条款轻重之比", "Heaviest clause to lightest"),
    "an.tile.ratio.text": both("在{level}，最多的一级", "at {level}, where it is greatest"),
    "an.tile.range": both("总分的范围", "Range of the total"),
    "an.tile.range.text": both("已证明：不会超出", "proved: never outside"),
    "an.tile.half": both("占一半权重的指标", "Indicators that weigh half"),
    "an.tile.half.text": both("共 {count} 个指标", "of {count} indicators"),
    "an.tile.deductions": both("扣分最多", "Deductions at most"),
    "an.tile.middle": both("决定总体等级", "Decide the overall level"),
    "an.tile.middle.text": both("其余可全在最低级", "all others may be at the lowest"),
    # ---- least ----
    "an.least": both("每一级最少要满足什么", "The least that each level takes"),
    "an.least.text": both(
        "下表数的是完全满足的条款，其余一条不满足。“本级得分够”只看这一级的得分；“达到”还要看低于它的各级。",
        "Clauses fully met, with all others entirely unmet. “Score enough” looks at this level alone, “reached” at the ladder.",
    ),
    "an.unreachable": both(
        "{level}达不到：全部满足也只得 {score}", "{level} is out of reach: with everything met its score is {score}"
    ),
    "an.least.table": both("各级最少要满足的条款", "The fewest clauses that each level takes"),
    "an.least.counted": both("计入条款", "Clauses counted"),
    "an.least.own": both("其中本级", "Own among them"),
    "an.least.weight": both("本级条款占权重", "Weight of own clauses"),
    "an.least.passing": both("本级得分够，至少", "Score enough, at least"),
    "an.least.reaching": both("达到，至少", "Reached, at least"),
    "an.never": both("达不到", "out of reach"),
    "an.between": both("{low} 至 {high}", "{low} to {high}"),
    "an.between.text": both(
        "写作“{low} 至 {high}”的：不会少于前者，后者有算例，其间未能判定。",
        "“{low} to {high}”: never fewer than the first, the second is possible, what lies between is not decided.",
    ),
    "an.of": both("{count} / {of}", "{count} / {of}"),
    # ---- own ----
    "an.own": both("本级条款可以不满足多少", "How much of a level's own may be unmet"),
    "an.own.text": both(
        "低级条款全部满足时，本级条款最多有多少条可以一点不满足，而仍达到本级。低级条款满足得越多，对本级只有好处，所以这就是极限。",
        "With all clauses of lower levels fully met, so many of a level's own may be entirely unmet while the level is still reached. "
        "More met below never harms, so this is the limit.",
    ),
    "an.own.all": both(
        "{level}：{of} 条本级条款全部不满足，也达到{level}",
        "{level} is reached with all {of} of its own clauses unmet",
    ),
    "an.own.all.text": both(
        "低于它的各级全部满足、本级一条不满足，得分是 {score}，门槛是 {threshold}。本级条款在这一级的得分里只占 {weight}。",
        "With everything below met and nothing of its own, the score is {score}; the threshold is {threshold}. Its own clauses weigh "
        "{weight} of this level's score.",
    ),
    "an.own.table": both("本级条款最多可以不满足的", "Own clauses that may be unmet"),
    "an.own.may": both("可以不满足", "May be unmet"),
    "an.own.share": both("占本级条款", "Of own"),
    "an.own.must": both("仍要满足", "Still needed"),
    "an.own.without": both("本级全不满足时的得分", "Score with none"),
    "an.own.score": both("本级自身得分可低至", "Own score down to"),
    "an.own.score.text": both(
        "“本级自身得分”是只按本级条款打的分：达到这一级的城市，它可以低到这里。",
        "“Own score” is what the level would score by its own clauses alone: a city that reaches the level may have as little.",
    ),
    "an.own.leaves": both("整块不满足的单元", "Leaves with none met"),
    "an.own.figure": both("各级本级条款可以不满足的比例", "Share of a level's own clauses that may be unmet"),
    "an.own.series": both("可以不满足", "may be unmet"),
    "an.example": both("算例", "Example"),
    "an.carry": both("只满足低级条款，能到哪一级", "What the clauses of lower levels reach alone"),
    "an.carry.text": both(
        "到某一级为止的条款全部满足，高于它的一条不满足：各级的得分和达到的等级。",
        "Everything met up to a level, nothing above it: the scores of all levels, and the level that is reached.",
    ),
    "an.carry.table": both("低级条款托起的等级", "Levels carried by lower ones"),
    "an.carry.through": both("全部满足到", "All met up to"),
    "an.carry.reached": both("达到", "Reached"),
    "an.idle": both("什么可以整块不做", "What may be left alone altogether"),
    "an.idle.text": both(
        "一个单元在各级的条款一条都不满足，其余全部满足，等级仍能达到。“合在一起”是最多能同时不做几个最小单元。",
        "A node without a single clause met at any level, all else fully met, and the level is still reached. “Together”: the most leaves "
        "at once.",
    ),
    "an.idle.table": both("可以整块不做的{layer}", "What may be left alone: {layer}"),
    "an.idle.single": both("单独一个", "Any one of"),
    "an.idle.most": both("合在一起最多", "Together at most"),
    "an.idle.every": both("任何一个", "any of them"),
    "an.idle.none": both("没有", "none"),
    # ---- weights ----
    "an.weights": both("一条条款有多重", "What a single clause weighs"),
    "an.weights.text": both(
        "条款的权重 = 所在单元占总分的权重 ÷ 该单元计入的条款数。单元之间条款数不同，条款的轻重就不同。"
        "基尼系数是任意两条的平均差距与两倍平均权重之比：0 为完全相同，越近 1 越悬殊。",
        "A clause weighs what its leaf weighs of the total, divided by the leaf's clauses that are counted. The Gini coefficient is the "
        "mean difference between two clauses as a part of twice the mean: 0 where all weigh alike, near 1 where a few weigh all.",
    ),
    "an.weights.table": both("各级最重和最轻的条款", "The heaviest and lightest clauses"),
    "an.weights.most": both("最重", "Heaviest"),
    "an.weights.least": both("最轻", "Lightest"),
    "an.weights.ratio": both("倍数", "Times"),
    "an.weights.gini": both("基尼系数", "Gini"),
    "an.weights.heaviest": both("最重的条款", "Heaviest clauses"),
    "an.weights.lightest": both("最轻的条款", "Lightest clauses"),
    "an.weights.figure": both(
        "在{level}，各{layer}的一条条款占得分的比例", "What one clause weighs at {level}, by {layer}"
    ),
    "an.weights.leaves": both("各{layer}的一条条款在各级的权重", "What one clause weighs at each level, by {layer}"),
    "an.weights.leaf": both("{weight}（{count} 条）", "{weight} ({count})"),
    "an.more": both("等 {count} 条", "and others, {count} in all"),
    # ---- steps ----
    "an.steps": both("相邻两级", "Neighbouring levels"),
    "an.steps.text": both(
        "达到低一级是否必然达到高一级，低一级得分不够时高一级的得分会不会够。",
        "Whether the lower level brings the upper with it, and whether the upper can score enough where the lower does not.",
    ),
    "an.steps.table": both("相邻两级的关系", "How neighbouring levels hang together"),
    "an.steps.pair": both("两级", "Levels"),
    "an.steps.pair.text": both("{lower}、{upper}", "{lower}, {upper}"),
    "an.steps.stops": both("低级达到而高级不够", "Lower reached, upper not"),
    "an.steps.skips": both("低级不够而高级够", "Lower not, upper enough"),
    "an.exists": both("会：最少 {count} 条未完全满足", "possible: as few as {count} clauses not full"),
    "an.exists.about": both("会：{low} 至 {high} 条未完全满足", "possible: {low} to {high} clauses not full"),
    "an.exists.not": both("不会（已证明）", "never (proved)"),
    "an.exists.open": both(
        "未能判定；若会，至少 {count} 条未完全满足", "not decided; if so, at least {count} clauses not full"
    ),
    "an.implied": both(
        "达到{lower}必然达到{upper}：{upper}的门槛不起作用。",
        "Whoever reaches {lower} reaches {upper}: its threshold decides nothing.",
    ),
    # ---- readings ----
    "an.readings": both("方法的别种读法", "Other readings of the method"),
    "an.readings.text": both(
        "每种读法只改一处，其余照标准。“最少”指未完全满足的条款最少的算例：离全部满足最近、等级就已不同的城市。",
        "Each reading changes one thing. The example is the one with the fewest clauses not fully met: the city nearest to a perfect one "
        "whose level already differs.",
    ),
    "an.readings.table": both("别种读法的后果", "What other readings change"),
    "an.readings.reading": both("读法", "Reading"),
    "an.readings.differs": both("等级会不会不同", "Whether levels differ"),
    "an.readings.level": both("算例的等级", "Level of the example"),
    "an.readings.given": both("所给评估", "Given assessment"),
    "an.readings.uniform": both("全部答“{answer}”：{level} → {other}", "all answered “{answer}”: {level} → {other}"),
    "an.reading.own": both("只计本级条款，不累计", "own level only, not cumulative"),
    "an.reading.cumulative": both("累计本级及以下条款", "cumulative, not own level only"),
    "an.reading.inclusive": both("恰为门槛也算（≥）", "the threshold itself is enough (≥)"),
    "an.reading.strict": both("恰为门槛不算（>）", "the threshold itself is not enough (>)"),
    "an.reading.hundredths": both("得分先四舍五入到两位小数", "the score rounded to two places first"),
    "an.reading.whole": both("得分先四舍五入到整数", "the score rounded to whole points first"),
    "an.reading.any": both("任一级达标即可，不逐级", "any level, not one by one"),
    "an.reading.one by one": both("须逐级达标", "one by one, not any level"),
    "an.arrow": both("{level} → {other}", "{level} → {other}"),
    "an.readings.made": both(
        "{reading}的算例：除下列外全部“{full}”", "Example for “{reading}”: all “{full}” but these"
    ),
    "an.readings.made.row": both("{answer}：{ids}", "{answer}: {ids}"),
    # ---- given ----
    "an.moves": both("门槛和权重能动多少", "How far threshold and weights may move"),
    "an.moves.threshold": both(
        "所给评估达到{level}。门槛在 {range} 之内，等级不变{ends}。",
        "The given assessment reaches {level}. While the threshold lies in {range}, it stays{ends}.",
    ),
    "an.moves.lower": both("；再低则为{level}", "; below it is {level}"),
    "an.moves.higher": both("；再高则为{level}", "; above it is {level}"),
    "an.moves.text": both(
        "一个权重改动时，同一上级之下的其余权重按原来的比例让出或补足，合计不变。范围是等级不变的权重，按离现值的远近排列；方括号含端点，圆括号不含。",
        "Where a weight moves, its siblings give or take in proportion, so that all sum up as before. The range is where the level stays, "
        "nearest first; square brackets hold their end, round ones do not.",
    ),
    "an.moves.table": both("权重可以移动的范围", "How far weights may move"),
    "an.moves.now": both("现为", "Now"),
    "an.moves.range": both("等级不变的范围", "Level stays in"),
    "an.moves.below": both("再小则", "Below"),
    "an.moves.above": both("再大则", "Above"),
    "an.moves.free": both(
        "以下各项的权重无论怎样改动，等级都不变：{ids}。", "Whatever these weigh, the level stays: {ids}."
    ),
    # ---- formulas ----
    "an.totals": both("总分的范围", "The range of the total"),
    "an.totals.parts": both("公式合计的范围", "The range of what formulas come to"),
    "an.totals.text": both(
        "各指标的加权和减去扣分，在 {range} 之内；扣分合计最多 {deductions}。算例最低 {low}，最高 {high}。",
        "The weighted sum less deductions lies in {range}; deductions are {deductions} at most. The examples show {low} and {high}.",
    ),
    "an.totals.open": both(
        "没有封顶的指标使合计没有上限，算例只取到满分为止。",
        "Indicators without a cap leave it without an upper end; the example goes to full points.",
    ),
    "an.totals.given": both("所给评估合计 {total}。", "The given assessment comes to {total}."),
    "an.totals.concentration": both(
        "最重的 {half} 个指标占一半权重（共 {count} 个）；权重的基尼系数是 {gini}。",
        "The {half} heaviest of {count} indicators weigh half of all; the Gini coefficient of the weights is {gini}.",
    ),
    "an.totals.negative": both("合计会低于 0（算例 lowest）。", "It can be below 0 (example “lowest”)."),
    "an.indicators": both("各指标最多值多少", "What indicators are worth at most"),
    "an.indicators.table": both("指标的权重与范围", "Weights and ranges of indicators"),
    "an.indicators.figure": both("权重最大的 {count} 个指标", "The {count} heaviest indicators"),
    "an.indicators.range": both("得分范围", "Range"),
    "an.indicators.most": both("最多值", "Worth at most"),
    "an.indicators.full": both("能否满分", "Full points"),
    "an.full.yes": both("能", "yes"),
    "an.full.no": both("不能", "no"),
    "an.full.open": both("未见", "not shown"),
    "an.deducts": both("扣分", "deducts"),
    "an.short": both("得不到满分的指标：{ids}。", "Indicators that cannot reach full points: {ids}."),
    "an.quantities": both("牵动总分最多的数据项", "Quantities that most rests on"),
    "an.quantities.text": both(
        "一个数据项最多能牵动的分数：读它的各指标从最低到最高合计的变化。没有封顶的不列。",
        "The most that a quantity can move: all indicators that read it, from lowest to highest. Those without a cap are left out.",
    ),
    "an.quantities.table": both("数据项最多牵动的分数", "The most that quantities move"),
    "an.quantities.name": both("数据项", "Quantity"),
    "an.quantities.most": both("最多牵动", "Moves at most"),
    "an.quantities.leaves": both("用于", "Read by"),
    "an.leafreadings": both("指标的别种读法", "Other readings of indicators"),
    "an.leafreadings.table": both("读法与范围", "Readings and ranges"),
    "an.leafreadings.own": both("原文的读法", "the document's own"),
    "an.leafreadings.profile": both("剖面 {id}", "profile {id}"),
    "an.leafreadings.total": both("合计范围", "Range of all"),
    "an.leafreadings.so": both("改读后的范围", "Range so read"),
    "an.leafreadings.now": both("现读法的范围", "Range as read now"),
    # ---- rubrics ----
    "an.rubrics": both("量规怎样汇总", "How rubrics are summed up"),
    "an.rubrics.text": both(
        "共 {leaves} 项，取{median}：有 {needed} 项在某一级或以上，总体就在这一级，其余可全在最低级。最低值要全部 {leaves} 项。",
        "Of {leaves} leaves by the {median}: {needed} at a level or above put the whole there, all others may be at the lowest. "
        "The minimum takes all {leaves}.",
    ),
    "an.rubrics.same": both("项数为奇数，两种中位数总相同。", "Their number is odd: both medians always agree."),
    "an.rubrics.other": both(
        "若取{other}，要 {count} 项；算例 {example} 按现行为 {level} 级，改取则为 {instead} 级。",
        "By the {other} it takes {count}; the example {example} is at {level} as the method is, and at {instead} so read.",
    ),
    "an.rubrics.given": both(
        "所给评估现为 {now} 级；改取{other}则为 {instead} 级。",
        "The given assessment is at {now}; by the {other} at {instead}.",
    ),
    "an.median.low": both("低中位数", "low median"),
    "an.median.high": both("高中位数", "high median"),
    "an.rubrics.table": both("各单元要几项", "How many leaves it takes"),
    "an.rubrics.leaves": both("项数", "Leaves"),
    "an.rubrics.needed": both("要几项", "Needed"),
    "an.rubrics.instead": both("另一种中位数", "By the other median"),
    "an.rubrics.people": both("几位答者合成一项", "Of several respondents"),
    "an.rubrics.people.needed": both("要几位", "Needed"),
    "an.rubrics.people.count": both("答者", "Respondents"),
    # ---- examples ----
    "an.examples": both("算例", "Examples"),
    "an.examples.text": both(
        "每个算例都是一份完整的评估文件，另存为 .json 后可用 ctmm score 核对；ctmm analyse 加 --format json，全部算例在 examples 之下。",
        "Each example is the whole file of an assessment. Saved as .json, `ctmm score` confirms it; with --format json, all of them stand "
        "under `examples`.",
    ),
    "an.examples.table": both("算例与计分结果", "Examples and their results"),
    "an.examples.level": both("达到的等级", "Level reached"),
    "an.examples.total": both("总分", "Total"),
    "an.examples.figure": both("总体", "Overall"),
}
