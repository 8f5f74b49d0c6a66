import Refusals
import WorkingTime

/// One thing that has to be reached in a year.
struct Target: Codable, Sendable, Hashable {
    /// What tells whether it is reached.
    enum Measure: Codable, Sendable, Hashable {
        /// A figure, or the percentage that it is of another, against what is wanted.
        case figure(String, of: String?, atLeast: Bool, wanted: Int)
        /// The evidence for its milestones.
        case evidence
    }

    struct Milestone: Codable, Sendable, Hashable {
        /// Known again in later versions.
        let key: Int64
        let name: String
        let dueOn: CivilDate
        /// Since when it counts: the day on which it was first agreed; nil before.
        var beginsOn: CivilDate?
    }

    /// Known again in later versions.
    let key: Int64
    let title: String
    let measure: Measure
    let weight: Int
    /// Whoever answers for it, at which post.
    let accountID: Int64
    let person: String
    let post: String
    var milestones: [Milestone]

    /// What may be read of it: how far it is reached, in percent, and in which words; nil where nothing can be measured.
    func achievement(_ amounts: [String: Int], reached: Set<Int64>) -> Int? {
        switch measure {
        case .evidence:
            guard !milestones.isEmpty else { return nil }
            return milestones.count { reached.contains($0.key) } * 100 / milestones.count
        case .figure(_, _, let atLeast, let wanted):
            guard let value = value(amounts) else { return nil }
            if atLeast { return wanted <= 0 ? 100 : min(100, max(0, value) * 100 / wanted) }
            return value <= wanted ? 100 : max(0, wanted) * 100 / value
        }
    }

    /// The figure as it is, or its percentage of the other one; nil where that divides by nothing.
    func value(_ amounts: [String: Int]) -> Int? {
        guard case .figure(let key, let whole, _, _) = measure else { return nil }
        let amount = amounts[key] ?? 0
        guard let whole else { return amount }
        let all = amounts[whole] ?? 0
        return all == 0 ? nil : amount * 100 / all
    }

    /// Everything that is wrong with it.
    func errors(year: Int, figures: Set<String>) -> [FieldError] {
        var errors: [FieldError] = []
        if title.isEmpty || title.count > 100 { errors.append(FieldError("title", "请写明目标，不超过 100 个字。")) }
        if !(1...100).contains(weight) { errors.append(FieldError("weight", "权重应为 1 到 100。")) }
        if accountID == 0 { errors.append(FieldError("person", "请选择责任人。")) }
        switch measure {
        case .evidence:
            if milestones.isEmpty { errors.append(FieldError("milestones", "用佐证衡量的目标至少要有一个节点。")) }
        case .figure(let key, let whole, _, let wanted):
            if !figures.contains(key) { errors.append(FieldError("figure", "没有这个指标数。")) }
            if let whole, !figures.contains(whole) { errors.append(FieldError("of", "没有这个指标数。")) }
            if !(0...1_000_000_000).contains(wanted) {
                errors.append(FieldError("wanted", "请填写目标值，0 以上的整数。"))
            }
        }
        if milestones.count > 20 { errors.append(FieldError("milestones", "节点不超过 20 个。")) }
        for one in milestones where one.name.isEmpty || one.name.count > 80 || one.dueOn.year != year {
            errors.append(FieldError("milestones", "每个节点写成「名称｜日期」，名称不超过 80 个字，日期在\(year)年以内。"))
            break
        }
        return errors
    }
}
