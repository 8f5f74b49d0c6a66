import Journal
import Refusals
import Storage
import WorkingTime

/// What a person asks for about their own data (个人信息保护法 arts. 44–50), answered once.
struct PersonRequest: Sendable, Hashable {
    /// What is asked for.
    enum Kind: String, Sendable, Hashable, CaseIterable {
        /// That something wrong is put right (art. 46).
        case correction
        /// That something is deleted (art. 47).
        case deletion
        /// That a consent no longer counts (art. 15).
        case consentWithdrawal = "consent_withdrawal"
        /// That a reading was not in order; the audit administrator answers.
        case complaint

        var chinese: String {
            switch self {
            case .correction: "更正"
            case .deletion: "删除"
            case .consentWithdrawal: "撤回同意"
            case .complaint: "投诉查看"
            }
        }

        /// What follows, told before it is asked for.
        var consequence: String {
            switch self {
            case .correction: "部门核实后更正；已经作出的决定是否受影响，会一并答复。"
            case .deletion: "法律要求保存的办件档案不能删除，部门会说明理由；可以删除的会删除。"
            case .consentWithdrawal: "只对以后生效：办件还没有办结的，部门可能因此无法继续办理；已经作出的决定不受影响。"
            case .complaint: "由审计管理员核查，查看人所在部门不参与答复。"
            }
        }

        /// What the organ in charge of a case is asked for; a complaint begins at the reading.
        static let ofCases: [Kind] = [.correction, .deletion, .consentWithdrawal]
    }

    /// Where it stands.
    enum State: String, Sendable, Hashable {
        case open, granted, refused

        var chinese: String {
            switch self {
            case .open: "待答复"
            case .granted: "已采纳"
            case .refused: "未采纳"
            }
        }
    }

    static let longestWords = 1_000

    let id: Int64
    let accountID: Int64
    let accountName: String
    let kind: Kind
    /// Who answers; nil: the audit administrator.
    let organ: String?
    let caseNumber: String?
    /// The reading that is complained about.
    let entryID: Int64?
    let words: String
    let askedAt: Instant
    /// The last day for the answer.
    let dueOn: CivilDate
    private(set) var state: State = .open
    private(set) var answer: String?
    private(set) var answeredBy: Int64?
    private(set) var answeredByName: String?
    private(set) var answeredAt: Instant?

    /// Checks what somebody writes.
    ///
    /// - Throws: `invalid` when nothing is said, or too much.
    static func check(_ words: String, _ field: String) throws {
        guard !words.allSatisfy(\.isWhitespace) else { throw DomainError.invalid(field, "请写明具体内容和理由。") }
        guard words.count <= longestWords else {
            throw DomainError.invalid(field, "最多 \(longestWords) 字，请精简。")
        }
    }

    /// Answers it.
    ///
    /// - Throws: `conflict` when it has been answered, `forbidden` for whoever asked, `invalid` without reasons.
    mutating func answer(_ state: State, _ words: String, by actor: Actor, at now: Instant) throws {
        guard self.state == .open else { throw DomainError.conflict("这项请求已经答复，不能重复答复。") }
        guard actor.accountID != accountID else { throw DomainError.forbidden("不能答复自己提出的请求。") }
        guard state != .open else { throw DomainError.invalid("state", "请选择采纳或者不采纳。") }
        try Self.check(words, "answer")
        (self.state, answer) = (state, words)
        (answeredBy, answeredByName, answeredAt) = (actor.accountID, actor.name, now)
    }

    /// Whether the last day for the answer has passed.
    func isLate(on day: CivilDate) -> Bool { state == .open && dueOn < day }
}

extension PersonRequest {
    /// One about to be kept.
    init(
        id: Int64, by actor: Actor, _ kind: Kind, to organ: String?, about number: String?, entry: Int64?,
        _ words: String, at now: Instant, due: CivilDate
    ) {
        self.init(
            id: id, accountID: actor.accountID, accountName: actor.name, kind: kind, organ: organ,
            caseNumber: number, entryID: entry, words: words, askedAt: now, dueOn: due)
    }

    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), accountID: try row.id("account_id"),
            accountName: try row.text("account_name"), kind: try row.value("kind"),
            organ: try row.optionalText("organ"), caseNumber: try row.optionalText("case_number"),
            entryID: try row.optionalID("entry_id"), words: try row.text("words"),
            askedAt: try row.instant("asked_at"), dueOn: try row.day("due_on"), state: try row.value("state"),
            answer: try row.optionalText("answer"), answeredBy: try row.optionalID("answered_by"),
            answeredByName: try row.optionalText("answered_by_name"),
            answeredAt: try row.optionalInstant("answered_at"))
    }
}
