import Codes
import Refusals
import WorkingTime

extension PersonalMandate {
    /// Asks to act for somebody.
    ///
    /// - Throws: `invalid` at a field.
    public static func ask(
        _ agent: @autoclosure () throws -> Mandate.Side, for principal: @autoclosure () throws -> Principal,
        _ relation: Relation?, _ scope: @autoclosure () throws -> Mandate.Scope,
        _ term: @autoclosure () throws -> PostTerm, id: Int64, at now: Instant
    ) throws -> PersonalMandate {
        var wrong = Corrections()
        let (whom, who) = (try wrong.take(principal), try wrong.take(agent))
        if let who, who.accountID == whom?.accountID {
            wrong.add("identity", "这是您本人，自己的事不需要授权。")
        }
        if relation == nil {
            wrong.add("relation", "请选择办事人是对方的什么人。")
        }
        let what = try wrong.take { try Mandate.admitted(scope()) }
        let days = try wrong.take { try Mandate.admitted(term(), on: now.day) }
        return try PersonalMandate(
            id: id, principal: wrong.require(whom), agent: wrong.require(who),
            relation: wrong.require(relation), basis: .consent, scope: wrong.require(what),
            term: wrong.require(days), askedAt: now)
    }

    /// The principal agrees with their own account.
    ///
    /// - Throws: `notFound` for anybody else, `conflict` when it is over or agreed already.
    public mutating func agree(by account: Int64, at now: Instant) throws {
        guard account == principal.accountID else { throw Self.unknown }
        try agree(.account, at: now)
    }

    /// The agent enters the code that came to the principal's telephone.
    ///
    /// - Returns: whether it was right; every try counts.
    /// - Throws: `notFound` for anybody else, `conflict` when no code counts.
    public mutating func agree(code text: String, by account: Int64, at now: Instant) throws -> Bool {
        guard account == agent.accountID else { throw Self.unknown }
        guard var code else { throw DomainError.conflict("请先获取验证码。") }
        let isRight = try code.enter(text, for: id, at: now)
        self.code = code
        if isRight {
            try agree(.code, at: now)
            self.code = nil
        }
        return isRight
    }

    /// A code goes to the principal's telephone.
    ///
    /// - Throws: `notFound` for anybody but the agent, `conflict` when nothing waits, `tooMany` when one was just sent.
    public mutating func send(code text: String, by account: Int64, at now: Instant) throws {
        guard account == agent.accountID else { throw Self.unknown }
        guard state(on: now.day) == .waiting else { throw DomainError.conflict("这项授权不在等对方同意。") }
        code = try TelephoneCode.sent(text, for: id, after: code, at: now)
    }

    /// A clerk has both in front of them, or the papers that say who is whose guardian.
    ///
    /// - Parameter ward: the principal's identity number, which tells their age.
    /// - Throws: `forbidden` for a clerk whom it concerns, `invalid` at a field.
    public mutating func record(
        _ evidence: String, of ward: IdentityNumber, by clerk: Account, at now: Instant
    ) throws {
        guard clerk.id != agent.accountID, clerk.personID != principal.personID else {
            throw DomainError.forbidden("与本人有关的授权请由另一位窗口人员登记。")
        }
        try Self.require(evidence)
        try requireAge(of: ward, on: now.day)
        (recordedBy, self.evidence) = (clerk.id, evidence)
        try agree(.counter, at: now)
    }

    static func require(_ evidence: String) throws {
        guard (4...200).contains(evidence.count) else {
            throw DomainError.invalid("evidence", "请写明核对了哪些证件和材料，4 到 200 字。")
        }
    }

    /// Ends it before its time: the agent gives it up, or the principal takes back their consent.
    ///
    /// - Throws: `notFound` for anybody else, `conflict` when it is over, `forbidden` for a ward.
    public mutating func end(by account: Int64, at now: Instant) throws {
        guard isSeen(by: account) else { throw Self.unknown }
        if account == principal.accountID, basis != .consent {
            throw DomainError.forbidden("监护关系的变更须到窗口凭材料办理。")
        }
        try end(account, nil, at: now)
    }

    /// A clerk ends it on evidence: a guardian was replaced, somebody came to the counter to take back their consent.
    ///
    /// - Throws: `invalid` without a reason, `forbidden` for whom it concerns, `conflict` when it is over.
    public mutating func end(by clerk: Account, because reason: String, at now: Instant) throws {
        guard !isSeen(by: clerk.id) else { throw DomainError.forbidden("与本人有关的授权请由另一位窗口人员登记。") }
        guard (4...200).contains(reason.count) else {
            throw DomainError.invalid("reason", "请写明结束的原因和依据，4 到 200 字。")
        }
        try end(clerk.id, reason, at: now)
    }

    private mutating func end(_ account: Int64, _ reason: String?, at now: Instant) throws {
        guard ended == nil, let last = term.until, now.day <= last else {
            throw DomainError.conflict("这项授权已经失效。")
        }
        ended = End(accountID: account, at: now, reason: reason)
    }

    private mutating func agree(_ way: Way, at now: Instant) throws {
        guard agreedAt == nil else { throw DomainError.conflict("这项授权已经同意过了。") }
        guard state(on: now.day) == .waiting else { throw DomainError.conflict("这项授权已经结束，请重新提出。") }
        (self.way, agreedAt) = (way, now)
    }

    /// A minor's guardian acts until the ward is of age; whoever is of age is no minor.
    private func requireAge(of ward: IdentityNumber, on today: CivilDate) throws {
        let born = ward.birthday
        guard basis != .consent,
            let birthday = try? CivilDate(year: born.year, month: born.month, day: born.day)
        else { return }
        let majority = birthday.adding(months: 12 * Self.majorityYears)
        if basis == .incapacity, today < majority {
            throw DomainError.invalid("basis", "对方未满十八周岁，请选择“未成年人监护”。")
        }
        guard basis == .minor else { return }
        guard today < majority else { throw DomainError.invalid("basis", "对方已满十八周岁，不是未成年人。") }
        guard let last = term.until, last < majority else {
            throw DomainError.invalid("until", "未成年人监护最晚登记到满十八周岁的前一天（\(majority.adding(days: -1).iso)）。")
        }
    }
}
