import Cases
import Refusals
import WorkingTime

/// A supervision order with its parts.
struct SupervisionOrder: Sendable, Hashable {
    enum Source: String, Sendable, Codable, CaseIterable {
        case signal, instruction, meeting, proposal, complaint

        var chinese: String {
            switch self {
            case .signal: "监察信号"
            case .instruction: "领导批示"
            case .meeting: "会议决定"
            case .proposal: "代表建议"
            case .complaint: "投诉"
            }
        }
    }

    enum Stage: String, Sendable, Codable, CaseIterable {
        case working, verifying, closed, struck

        var chinese: String {
            switch self {
            case .working: "办理中"
            case .verifying: "待审核"
            case .closed: "已办结"
            case .struck: "已销号"
            }
        }
    }

    /// What one organ has to do.
    struct Part: Sendable, Hashable {
        let organ: String
        let duty: String
        /// Who answers now, where that is another organ than was asked.
        var heir: String?

        /// Who answers for it.
        var answering: String { heir ?? organ }
    }

    let id: Int64
    let number: String
    let title: String
    let source: Source
    let reference: String
    let words: String
    let lead: String
    let stage: Stage
    let dueAt: Instant?
    let filedByName: String
    let filedAt: Instant
    let closedAt: Instant?
    let circular: String?
    let circulatedAt: Instant?
    let struckReason: String?
    let struckAt: Instant?
    /// Taken off the list before it was done.
    let isUnfinished: Bool

    /// Past its limit at the time of looking.
    func isOverdue(at now: Instant) -> Bool { closedAt == nil && isLate(at: now) }

    /// Past its limit when it ended, or at the time of looking: what an official may be held to account for, and what counts
    /// against the organ in its performance. What supervision called off before it ran out is neither.
    func isLate(at now: Instant) -> Bool { dueAt.map { $0 < closedAt ?? now } ?? false }
}

/// What an organ has reported.
struct OrderFeedback: Sendable, Hashable {
    let organ: String
    let name: String
    let words: String
    let evidence: String
    var files: [FiledMaterial] = []
    let at: Instant
}

/// An order as it is asked for.
struct OrderForm: Sendable, Hashable {
    var title: String
    var source: SupervisionOrder.Source?
    var reference: String
    var words: String
    var lead: String
    var duty: String
    /// Assisting organs, each with its part.
    var assisting: [SupervisionOrder.Part]
    var limitDays: Int?

    /// What the task of an assisting organ is called where something is wrong with it.
    static func duty(_ index: Int) -> String { "assisting.\(index).duty" }

    /// Everything that is wrong with it.
    ///
    /// - Parameters:
    ///   - organs: the keys of those that can be asked.
    ///   - supervising: the organ that verifies: a supervisor never supervises their own.
    ///   - accused: the keys of those whom it is about: what accuses an organ is none of its orders.
    func errors(organs: Set<String>, supervising: String, accused: Set<String> = []) -> [FieldError] {
        var errors: [FieldError] = []
        if title.isEmpty || title.count > 100 { errors.append(FieldError("title", "请写明督办什么，不超过 100 个字。")) }
        if source == nil { errors.append(FieldError("source", "请选择来源。")) }
        if words.isEmpty || words.count > 2_000 { errors.append(FieldError("words", "请写明要求，不超过 2000 个字。")) }
        if reference.count > 200 { errors.append(FieldError("reference", "来源的编号或名称不超过 200 个字。")) }
        if !organs.contains(lead) { errors.append(FieldError("lead", "请选择主办部门。")) }
        if duty.count > 500 { errors.append(FieldError("duty", "主办部门的任务不超过 500 个字。")) }
        let keys = assisting.map(\.organ)
        if Set(keys).count != keys.count || keys.contains(lead) {
            errors.append(FieldError("assisting", "同一部门只能写一次。"))
        }
        if keys.count > CasePlan.mostAssisting {
            errors.append(FieldError("assisting", "协办部门不超过 \(CasePlan.mostAssisting) 个。"))
        }
        for (index, part) in assisting.enumerated() where part.duty.count > 500 {
            errors.append(FieldError(Self.duty(index), "协办部门的任务不超过 500 个字。"))
        }
        if !organs.isSuperset(of: keys) { errors.append(FieldError("assisting", "没有这个协办部门。")) }
        if accused.contains(lead) { errors.append(FieldError("lead", "来源的事项反映的就是这个部门，不能由它主办。")) }
        if !accused.isDisjoint(with: keys) {
            errors.append(FieldError("assisting", "来源的事项反映的就是这个部门，不能请它协办。"))
        }
        if ([lead] + keys).contains(supervising) {
            errors.append(FieldError("lead", "监察人员不能督办自己的部门。"))
        }
        if !(1...365).contains(limitDays ?? 0) { errors.append(FieldError("limit", "办理时限应为 1 到 365 个工作日。")) }
        return errors
    }
}
