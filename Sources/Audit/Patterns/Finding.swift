import Journal
import Refusals
import Storage
import WorkingTime

/// Something unusual in the journal, and what the audit administrator made of it.
struct Finding: Sendable, Hashable {
    /// What became of it.
    enum State: String, Sendable, Hashable, CaseIterable {
        case open, dismissed, handed

        var chinese: String {
            switch self {
            case .open: "待核查"
            case .dismissed: "已排除"
            case .handed: "已移交"
            }
        }
    }

    let id: Int64
    let pattern: Pattern
    /// Who it is about: a person or an address.
    let who: String
    /// 0 where no account is known.
    let accountID: Int64
    let organ: String?
    /// What was acted upon last.
    let subject: String
    let count: Int
    let since: Instant
    let until: Instant
    let rulesVersion: Int
    private(set) var state: State
    private(set) var words: String?
    private(set) var settledBy: String?
    private(set) var settledAt: Instant?

    /// Says why it is nothing.
    ///
    /// - Throws: `conflict` when it is settled, `forbidden` for whoever it is about, `invalid` without a reason.
    mutating func dismiss(_ reason: String, by actor: Actor, at now: Instant) throws {
        try settle(.dismissed, reason, by: actor, at: now)
    }

    /// Hands it to the head of the organ.
    ///
    /// - Throws: the same, and `conflict` where no organ is known.
    mutating func hand(over words: String, by actor: Actor, at now: Instant) throws {
        guard organ != nil else { throw DomainError.conflict("这条线索没有所属部门，不能移交，请核查后排除。") }
        try settle(.handed, words, by: actor, at: now)
    }

    private mutating func settle(_ state: State, _ reason: String, by actor: Actor, at now: Instant) throws {
        guard self.state == .open else { throw DomainError.conflict("这条线索\(self.state.chinese)，不能重复处理。") }
        guard accountID == 0 || accountID != actor.accountID else {
            throw DomainError.forbidden("线索涉及您本人，不能由您处理。")
        }
        guard !reason.allSatisfy(\.isWhitespace) else {
            throw DomainError.invalid("reason", "请写明核查情况。")
        }
        guard reason.count <= 500 else { throw DomainError.invalid("reason", "最多 500 字，请精简。") }
        (self.state, words, settledBy, settledAt) = (state, reason, actor.name, now)
    }
}

extension Finding {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), pattern: try row.value("pattern"), who: try row.text("who"),
            accountID: try row.id("account_id"), organ: try row.optionalText("organ"),
            subject: try row.text("subject"), count: try row.int("count"), since: try row.instant("since"),
            until: try row.instant("until"), rulesVersion: try row.int("rules_version"),
            state: try row.value("state"), words: try row.optionalText("words"),
            settledBy: try row.optionalText("settled_by"), settledAt: try row.optionalInstant("settled_at"))
    }
}
