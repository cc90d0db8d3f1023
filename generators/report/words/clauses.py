"""Words of levels: what decided, the plan to the next one, how safe the present one is."""

from __future__ import annotations

from ctmm_dsl.findings import both

WORDS = {
    "tile.level": both("成熟度等级", "Maturity level"),
    "tile.score": both("{level}得分", "Score of {level}"),
    "tile.over": both("门槛 {threshold}，高出 {margin}", "threshold {threshold}, {margin} above"),
    "tile.under": both("门槛 {threshold}，还差 {margin}", "threshold {threshold}, {margin} short"),
    "tile.at": both("正好等于门槛 {threshold}", "exactly the threshold {threshold}"),
    "tile.unknown": both("门槛 {threshold}", "threshold {threshold}"),
    "verdict": both("{subject}达到{level}。", "{subject} reaches {level}."),
    "verdict.class": both(
        "{subject}达到{level}，属于“{class_}”城市。", "{subject} reaches {level} and belongs to the class {class_}."
    ),
    "verdict.none": both(
        "{subject}没有达到{level}，不属于任何一类城市。", "{subject} does not reach {level} and belongs to no class."
    ),
    "verdict.none.plain": both("{subject}没有达到{level}。", "{subject} does not reach {level}."),
    "verdict.score": both(
        "该级得分 {score}，门槛 {threshold}。", "Its score there is {score}, the threshold {threshold}."
    ),
    "verdict.next": both(
        "{level}得分 {score}，{why}，因此没有判定为{level}。",
        "It scores {score} at {level}, {why}, and so does not reach it.",
    ),
    "verdict.top": both("这是最高的等级。", "This is the highest level."),
    "subject.nobody": both("本次评估的对象", "The subject of this assessment"),
    "why.not.over": both("没有超过门槛 {threshold}", "not above the threshold {threshold}"),
    "why.not.at": both("没有达到门槛 {threshold}", "below the threshold {threshold}"),
    "scores.words": both("{name}：{scores}", "{name}: {scores}"),
    "scores.figure": both("各{layer}在{levels}的得分", "Scores by {layer} at {levels}"),
    "scores.table": both("各{layer}在各等级的得分", "Scores by {layer} at every level"),
    "scores.note": both("△ 表示单看该项，得分{under}。", "△ marks a score that by itself is {under}."),
    "threshold": both("门槛 {threshold}", "threshold {threshold}"),
    "section.levels": both("各等级的判定", "What decides each level"),
    "levels.figure": both("各等级得分与门槛", "Scores of the levels, and the threshold"),
    "levels.table": both("各等级的得分、判定与依据", "Every level: its score, the verdict, and why"),
    "levels.margin": both("与门槛之差", "To threshold"),
    "levels.passes": both("本级得分够", "Passes alone"),
    "levels.reached": both("判定达到", "Reached"),
    "levels.decided": both("依据", "What decided"),
    "levels.legend.full": both("达到", "reached"),
    "levels.legend.hatched": both("得分够，但没有判定达到", "passes alone, not reached"),
    "levels.legend.hollow": both("得分不够", "does not pass"),
    "decided.passes.one": both("得分{over}，前面各级都达到", "its score is {over}, and all levels below are reached"),
    "decided.passes": both("得分{over}", "its score is {over}"),
    "decided.misses": both("得分{under}", "its score is {under}"),
    "decided.blocked": both(
        "得分{over}，但{level}没有达到，须逐级达到",
        "its score is {over}, but {level} is not reached, and levels are climbed one by one",
    ),
    "decided.carried": both(
        "得分{under}，但{level}已经达到，不要求逐级",
        "its score is {under}, but {level} is reached, and levels need not be climbed one by one",
    ),
    "over.strict": both("超过 {threshold}", "above {threshold}"),
    "over.loose": both("不低于 {threshold}", "no less than {threshold}"),
    "under.strict": both("没有超过 {threshold}", "not above {threshold}"),
    "under.loose": both("低于 {threshold}", "below {threshold}"),
    "levels.rule.cumulative": both(
        "每一级计该级和以下各级的全部条款", "Each level counts its own clauses and those of all levels below"
    ),
    "levels.rule.own": both("每一级只计该级的条款", "Each level counts its own clauses alone"),
    "levels.rule.one": both("等级逐级判定，前一级达到后才判定后一级", "levels are climbed one by one"),
    "levels.rule.any": both("等级按得分够的最高一级判定，不要求逐级", "the highest level that passes is reached"),
    "levels.rule": both("{counted}；得分{over} 的即为够；{climbed}。", "{counted}; a score {over} passes; {climbed}."),
    "section.plan": both("提升到{level}", "The way to {level}"),
    "section.plan.top": both("提升", "The way up"),
    "plan.top": both("已经达到最高的等级，上面没有等级。", "The highest level is reached: there is none above."),
    "plan.title": both(
        "至少改进 {count} 条条款，即可达到{level}", "At least {count} clauses must be improved to reach {level}"
    ),
    "plan.title.one": both("只要改进 1 条条款，即可达到{level}", "Improving a single clause reaches {level}"),
    "plan.lacking": both(
        "{level}现在得分 {score}，离门槛 {threshold} 差 {lacking}。",
        "{level} now scores {score}, {lacking} short of the threshold {threshold}.",
    ),
    "plan.equal": both(
        "{level}现在得分正好等于门槛 {threshold}，须超过门槛。",
        "{level} now scores exactly the threshold {threshold}; it must be exceeded.",
    ),
    "plan.minimal": both(
        "这是最少的条数：每条条款改到最好能加多少分是确定的，就是取加分最多的 {fewer} 条都改到最好，也不够。"
        "表中是加分最多的 {count} 条，各改到够用为止。",
        "This is provably the least: how much each clause can add at most is fixed, and even the {fewer} that add most do not suffice. "
        "Listed are the {count} that add most, each improved only as far as needed.",
    ),
    "plan.minimal.one": both(
        "这是最少的：一条都不改，就达不到。", "This is the least: with none improved it is not reached."
    ),
    "plan.after": both(
        "改进之后，{level}得分 {score}，判定为{reached}。",
        "Afterwards {level} scores {score}, and {reached} is reached.",
    ),
    "plan.table": both(
        "达到{level}的最少改进（加分多的在前）", "The smallest set that reaches {level}, largest gain first"
    ),
    "plan.gain": both("加分", "Gain"),
    "plan.now": both("现在", "Now"),
    "plan.to": both("改为", "To"),
    "plan.text": both("条款", "Requirement"),
    "plan.others": both(
        "也可以直接达到{level}：至少改进 {count} 条条款。",
        "{level} can be reached as well: by at least {count} clauses.",
    ),
    "plan.sum": both("合计", "Sum"),
    "blocked.title": both("只改进条款，达不到{level}", "Improving clauses alone cannot reach {level}"),
    "blocked.ceiling": both(
        "即使全部条款都得满分，{level}得分也只有 {best}，{under}。",
        "Even with every clause fully met, {level} scores {best}, {under}.",
    ),
    "blocked.unbounded": both(
        "有的指标缺数据，可能低到没有下限，因此不能断定能否达到{level}。请先补齐数据。",
        "An indicator lacks data and may be worth anything below, so "
        "nothing can be promised of {level}. Report the data first.",
    ),
    "blocked.held": both("压低{level}得分的指标", "What holds {level} down"),
    "blocked.points": both("影响总分", "Points of total"),
    "blocked.deducts": both("扣分", "deducts"),
    "blocked.scores": both("失分", "loses"),
    "blocked.how": both("方式", "How"),
    "section.sensitivity": both("等级是否稳固", "How safe the level is"),
    "sensitive.margin": both("{level}得分高出门槛 {margin}。", "{level} scores {margin} above the threshold."),
    "sensitive.nearest": both(
        "离门槛最近的是{level}：{score}，相差 {margin}。",
        "Nearest to the threshold is {level}: {score}, {margin} from it.",
    ),
    "sensitive.loss.title": both(
        "{count} 条条款的判定变低，就会失去现在的等级", "{count} clauses judged lower lose the present level"
    ),
    "sensitive.loss.one": both(
        "只要一条条款的判定变低，就会失去现在的等级", "A single clause judged lower loses the present level"
    ),
    "sensitive.loss": both(
        "失守的是{level}。这是最少的条数；列出的是其中一种。",
        "It is lost at {level}. It takes no fewer; this is one such set.",
    ),
    "sensitive.loss.table": both(
        "最少几条判定变低，就失去现在的等级", "The fewest answers that lose the present level"
    ),
    "sensitive.noloss": both(
        "条款的判定无论怎样变低，都不会失去现在的等级。", "No lower answers to clauses lose the present level."
    ),
    "sensitive.points": both("减分", "Loss"),
    "sensitive.movers": both("单独一条就能改变等级的条款", "Single clauses that move the level"),
    "sensitive.movers.text": both(
        "下列条款，只要这一条的判定变到所示的一档，等级就变。证明材料应当先核实这些条款。",
        "If any one of these clauses is judged as shown, the level changes. Check their evidence first.",
    ),
    "sensitive.movers.none": both("没有哪一条条款能单独改变等级。", "No single clause moves the level."),
    "movers.more": both("还有 {count} 条，略。", "{count} more are left out."),
    "sensitive.becomes": both("等级变为", "Level becomes"),
    "answer.none": both("未作答", "not answered"),
    "details.weight": both("权重", "Weight"),
}
