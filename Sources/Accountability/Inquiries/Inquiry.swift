import Refusals
import WorkingTime

/// Whether one official is held to account for one thing (问责事项).
struct Inquiry: Sendable, Hashable {
    enum Source: String, Sendable, Codable, CaseIterable {
        case signal, order, complaint

        var chinese: String {
            switch self {
            case .signal: "监察信号"
            case .order: "督办事项"
            case .complaint: "群众投诉"
            }
        }
    }

    enum Stage: String, Sendable, Codable, CaseIterable {
        case checking, hearing, deciding, serving, appealable, reviewing, closed, withdrawn

        var chinese: String {
            switch self {
            case .checking: "待核实"
            case .hearing: "陈述申辩"
            case .deciding: "待决定"
            case .serving: "待送达"
            case .appealable: "申诉期"
            case .reviewing: "复核申诉"
            case .closed: "已办结"
            case .withdrawn: "已撤回"
            }
        }
    }

    enum Outcome: String, Sendable, Codable {
        case unfounded, spared, measure, revoked, withdrawn

        var chinese: String {
            switch self {
            case .unfounded: "不属实，终止"
            case .spared: "不予问责"
            case .measure: "给予问责"
            case .revoked: "申诉成立，撤销"
            case .withdrawn: "撤回"
            }
        }
    }

    let id: Int64
    let number: String
    let source: Source
    let reference: String
    let title: String
    let evidence: [InquiryGround.Fact]
    let organ: String
    let accountID: Int64
    let person: String
    let facts: String
    var stage: Stage = .checking
    var dueAt: Instant?
    /// The same as lists are ordered by it: as of the last thing that somebody did.
    var listedAt: Instant?
    let proposedBy: Int64
    var checkedBy: Int64?
    var decidedBy: Int64?
    var reviewedBy: Int64?
    let filedAt: Instant
    var toldAt: Instant?
    var servedAt: Instant?
    var closedAt: Instant?
    var outcome: Outcome?
    var measure: String?
    var measureName: String?
    /// Why what it rests on stands no longer, as whoever keeps that says now; kept in no row.
    var retraction: Sentence?

    /// Past its limit at the time of looking.
    func isOverdue(at now: Instant) -> Bool { closedAt == nil && (dueAt.map { $0 < now } ?? false) }
}

/// What somebody has said or done in it.
struct InquiryStep: Sendable, Hashable {
    enum Kind: String, Sendable, Codable {
        case proposed, founded, unfounded, stated, waived, silent, unappealed, decided, spared, returned,
            served, accepted,
            appealed
        case upheld, changed, revoked, withdrawn

        var chinese: String {
            switch self {
            case .proposed: "提出问责"
            case .founded: "核实属实"
            case .unfounded: "核实不属实"
            case .stated: "陈述申辩"
            case .waived: "放弃陈述申辩"
            case .silent: "期限届满，没有陈述申辩"
            case .unappealed: "期限届满，没有申诉"
            case .decided: "决定给予问责"
            case .spared: "决定不予问责"
            case .returned: "退回重新核实"
            case .served: "送达"
            case .accepted: "表示不申诉"
            case .appealed: "提出申诉"
            case .upheld: "复核维持"
            case .changed: "复核改变"
            case .revoked: "复核撤销"
            case .withdrawn: "撤回问责"
            }
        }
    }

    let kind: Kind
    let accountID: Int64
    let name: String
    let words: String
    let at: Instant
}
