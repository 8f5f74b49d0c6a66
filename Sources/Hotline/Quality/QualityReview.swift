import Journal
import Refusals
import WorkingTime

/// A call that was drawn by lot, what a second person found, and what the agent says to that.
struct QualityReview: Sendable, Hashable, Identifiable {
    /// What one line of the sheet got.
    struct Mark: Codable, Sendable, Hashable {
        let name: String
        let points: Int
        let most: Int
    }

    let id: Int64
    let callID: Int64
    let organ: String
    let agent: Call.Agent
    /// The Monday of its week.
    let week: CivilDate
    var marks: [Mark] = []
    var total: Int?
    var remark = ""
    var scorer: Call.Agent?
    var scoredAt: Instant?
    var appeal: String?
    var appealedAt: Instant?
    var decision: String?
    var decidedBy: String?
    var decidedAt: Instant?

    /// Gives points by the sheet.
    ///
    /// - Parameter entered: the points of each item, by its code, as they were written.
    /// - Throws: `forbidden` for the agent's own call, `conflict` when it has points, `invalid` naming every item.
    mutating func score(
        _ entered: [String: String], remark: String, sheet: [HotlineRules.Item], by actor: Actor,
        at now: Instant
    ) throws {
        guard actor.accountID != agent.id else { throw DomainError.forbidden("自己接的来电由别人评分。") }
        guard scoredAt == nil else { throw DomainError.conflict("这个来电已经评过分。") }
        var errors: [FieldError] = []
        marks = sheet.map { item in
            let points = Int(entered[item.code] ?? "") ?? -1
            if !(0...item.points).contains(points) {
                errors.append(FieldError(item.code, "\(item.name)填 0 到 \(item.points) 的整数。"))
            }
            return Mark(name: item.name, points: points, most: item.points)
        }
        if remark.count > 500 { errors.append(FieldError("remark", "评语最多 500 字。")) }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
        total = marks.reduce(0) { $0 + $1.points }
        self.remark = remark
        (scorer, scoredAt) = (Call.Agent(id: actor.accountID, name: actor.name), now)
    }

    /// The agent appeals, once and in time.
    mutating func appeal(_ words: String, within days: Int, by actor: Actor, at now: Instant) throws {
        guard actor.accountID == agent.id else { throw DomainError.forbidden("只有接这个来电的话务员可以申诉。") }
        guard let scoredAt else { throw DomainError.conflict("还没有评分，不用申诉。") }
        guard appealedAt == nil else { throw DomainError.conflict("已经申诉过，每个评分申诉一次。") }
        guard now.day <= scoredAt.day.adding(days: days) else {
            throw DomainError.conflict("评分已经超过 \(days) 日，不能再申诉。")
        }
        guard (4...500).contains(words.count) else {
            throw DomainError.invalid("appeal", "请写明理由，4 到 500 字。")
        }
        (appeal, appealedAt) = (words, now)
    }

    /// Somebody else than who gave the points decides about the appeal.
    ///
    /// - Parameter points: the total from now on.
    mutating func decide(_ points: String, _ words: String, by actor: Actor, at now: Instant) throws {
        guard appealedAt != nil, decidedAt == nil else {
            throw DomainError.conflict("没有等待处理的申诉。")
        }
        guard actor.accountID != agent.id, actor.accountID != scorer?.id else {
            throw DomainError.forbidden("申诉由评分人和话务员以外的人处理。")
        }
        guard let points = Int(points), (0...100).contains(points) else {
            throw DomainError.invalid("total", "请填写 0 到 100 的分数。")
        }
        guard (4...500).contains(words.count) else {
            throw DomainError.invalid("decision", "请写明处理意见，4 到 500 字。")
        }
        (total, decision, decidedBy, decidedAt) = (points, words, actor.name, now)
    }

    /// In a word.
    var state: String {
        if decidedAt != nil { return "申诉已处理" }
        if appealedAt != nil { return "申诉待处理" }
        return scoredAt == nil ? "待评分" : "已评分"
    }
}
