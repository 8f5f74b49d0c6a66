import Foundation

/// A changed model over figures that are there already (试算): the same figures before and after, and nothing is kept of it.
struct ModelTrial: Sendable {
    /// Where an organ stands by one of the two models; nil where it could not be measured.
    struct Standing: Sendable, Hashable {
        let points: Int
        let place: Int
    }

    /// What an indicator gives: points out of a hundred, and what they weigh.
    struct Part: Sendable, Hashable {
        let points: Decimal
        let weight: Int
    }

    /// An indicator that gives an organ something else than before; nil where it does not count.
    struct Move: Sendable, Hashable {
        let name: String
        let before: Part?
        let after: Part?
    }

    struct Row: Sendable {
        let organ: String
        let before: Standing?
        let after: Standing?
        let moves: [Move]

        /// By how much its points change, in hundredths.
        var difference: Int? {
            guard let before, let after else { return nil }
            return after.points - before.points
        }
    }

    /// In the order of the places after the change.
    let rows: [Row]
    let changes: [ModelChange]

    /// The organs of a period by the model it goes by, and by another.
    init(_ whole: PerformanceModel, over assessment: Assessment) {
        let (before, after) = (assessment.model, whole.counting(in: assessment.period.kind))
        let (old, new) = (
            assessment.ranking, OrganScores.ranking(after, assessment.inputs)
        )
        let (earlier, later) = (Self.standings(old), Self.standings(new))
        let order = new.rows.map(\.owner.organ)
        let gone = old.rows.map(\.owner.organ).filter { later[$0] == nil }
        rows = (order + gone).map { organ in
            Row(
                organ: organ, before: earlier[organ], after: later[organ],
                moves: Self.moves(assessment.score(organ), assessment.score(organ, by: after)))
        }
        changes = ModelChange.between(before, whole)
    }

    var risen: Int { rows.count { ($0.difference ?? 0) > 0 } }
    var fallen: Int { rows.count { ($0.difference ?? 0) < 0 } }
    var moved: Int { rows.count { $0.before?.place != $0.after?.place } }

    private static func standings(_ ranking: Ranking) -> [String: Standing] {
        ranking.rows.reduce(into: [:]) { $0[$1.owner.organ] = Standing(points: $1.points, place: $1.place) }
    }

    /// The indicators whose points or weight differ, by their keys; first those of the new model.
    private static func moves(_ before: Score, _ after: Score) -> [Move] {
        let (old, new) = (parts(before), parts(after))
        let kept = Set(after.lines.map(\.indicator.key))
        let lines = after.lines + before.lines.filter { !kept.contains($0.indicator.key) }
        return lines.filter { old[$0.indicator.key] != new[$0.indicator.key] }.map {
            Move(name: $0.indicator.name, before: old[$0.indicator.key], after: new[$0.indicator.key])
        }
    }

    private static func parts(_ score: Score) -> [String: Part] {
        score.lines.reduce(into: [:]) { parts, line in
            parts[line.indicator.key] = line.points.map { Part(points: $0, weight: line.indicator.weight) }
        }
    }
}

/// What an edited model says of an indicator that the other does not.
struct ModelChange: Sendable, Hashable {
    let name: String
    let words: String

    /// What differs, for organs, offices and persons, whatever periods it is counted in.
    static func between(_ old: PerformanceModel, _ new: PerformanceModel) -> [ModelChange] {
        let before = old.everyIndicator.reduce(into: [String: Indicator]()) { $0[$1.key] = $1 }
        let kept = Set(new.everyIndicator.map(\.key))
        let changed = new.everyIndicator.compactMap { one -> ModelChange? in
            guard let other = before[one.key] else {
                return ModelChange(name: one.name, words: "新增，权重 \(one.weight)")
            }
            let words = differences(other, one)
            return words.isEmpty ? nil : ModelChange(name: one.name, words: words.joined(separator: "；"))
        }
        let gone = old.everyIndicator.filter { !kept.contains($0.key) }
        return changed + gone.map { ModelChange(name: $0.name, words: "取消，原权重 \($0.weight)") }
            + grades(old.scale, new.scale)
    }

    private static func grades(_ old: GradeScale, _ new: GradeScale) -> [ModelChange] {
        guard old != new else { return [] }
        let (before, after) = (old.isEmpty ? "没有" : old.words, new.isEmpty ? "没有" : new.words)
        return [ModelChange(name: "等次", words: "\(before) → \(after)")]
    }

    private static func differences(_ old: Indicator, _ new: Indicator) -> [String] {
        var words: [String] = []
        if old.name != new.name { words.append("原名“\(old.name)”") }
        if old.applies != new.applies { words.append("对象由\(old.applies.chinese)改为\(new.applies.chinese)") }
        if old.weight != new.weight { words.append("权重 \(old.weight) → \(new.weight)") }
        if old.value != new.value { words.append("结果 \(old.value) → \(new.value)") }
        if old.points != new.points { words.append("得分 \(old.points) → \(new.points)") }
        if (old.lowest, old.highest) != (new.lowest, new.highest) {
            words.append("上下限 \(old.lowest) 至 \(old.highest) → \(new.lowest) 至 \(new.highest)")
        }
        if old.shortest != new.shortest {
            words.append("周期 \(old.shortest.chinese) → \(new.shortest.chinese)")
        }
        return words
    }
}
