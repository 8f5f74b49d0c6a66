import Journal
import Refusals
import WorkingTime

/// One version of a rule: written by one person, switched on by another from a day on.
struct RuleVersion: Sendable, Hashable {
    enum State: String, Sendable, CaseIterable {
        /// Being written.
        case draft
        /// It looks, from its day on.
        case on
        /// By the breaker: it fired on too much.
        case stopped
        /// Switched off, or followed by another version.
        case off

        var chinese: String {
            switch self {
            case .draft: "起草中"
            case .on: "启用"
            case .stopped: "已熔断"
            case .off: "停用"
            }
        }
    }

    let id: Int64
    let version: Int
    private(set) var rule: SupervisionRule
    private(set) var state: State
    private(set) var onFrom: CivilDate?
    private(set) var editedBy: Int64
    private(set) var editedByName: String
    private(set) var approvedBy: Int64?
    private(set) var approvedByName: String?
    /// Why it is stopped or off.
    private(set) var reason: String?
    /// How often the draft was changed.
    private(set) var revision: Int

    /// What is read from its row.
    init(
        id: Int64, version: Int, rule: SupervisionRule, state: State = .draft, onFrom: CivilDate? = nil,
        editedBy: Int64, editedByName: String, approvedBy: Int64? = nil, approvedByName: String? = nil,
        reason: String? = nil, revision: Int = 0
    ) {
        (self.id, self.version, self.rule, self.state) = (id, version, rule, state)
        (self.onFrom, self.editedBy, self.editedByName) = (onFrom, editedBy, editedByName)
        (self.approvedBy, self.approvedByName) = (approvedBy, approvedByName)
        (self.reason, self.revision) = (reason, revision)
    }

    /// Whether it looks on this day.
    func isOn(_ day: CivilDate) -> Bool { state == .on && (onFrom.map { $0 <= day } ?? false) }

    /// Writes the draft anew.
    mutating func edit(_ rule: SupervisionRule, seen: Int, by actor: Actor) throws {
        guard state == .draft else { throw DomainError.conflict("这个版本已经启用过，请起草新的版本。") }
        guard seen == revision else { throw DomainError.conflict("别人刚刚修改过，请刷新以后再改。") }
        guard rule.key == self.rule.key else { throw DomainError.invalid("key", "代号不能改。") }
        try rule.requireComplete()
        (self.rule, editedBy, editedByName) = (rule, actor.accountID, actor.name)
        revision += 1
    }

    /// Another person switches it on, who has seen what it would have found: the trial of just this text.
    ///
    /// What the breaker stopped and somebody switches on today goes on where it stopped: it still looks at what was done and
    /// ended since it was on first.
    ///
    /// - Parameter seen: the revision whose trial was looked at; nil when none was.
    mutating func switchOn(
        from day: CivilDate, today: CivilDate, _ findings: [RuleFinding], seen: Int?, by actor: Actor
    ) throws {
        guard state != .on else { throw DomainError.conflict("这个版本已经启用。") }
        guard state != .off else { throw DomainError.conflict("停用的版本不能再启用，请起草新的版本。") }
        guard actor.accountID != editedBy else { throw DomainError.forbidden("规则是您写的，要由另一人启用。") }
        if let finding = findings.first(where: \.blocks) { throw DomainError.conflict(finding.sentence) }
        guard let seen else { throw DomainError.conflict("请先看试算，再启用。") }
        guard seen == revision else { throw DomainError.conflict("规则在您看过试算以后又改过，请再看一遍试算。") }
        guard day >= today else { throw DomainError.invalid("on_from", "启用日期不能早于今天。") }
        let goesOn = state == .stopped && day == today
        (state, onFrom, reason) = (.on, goesOn ? min(onFrom ?? day, day) : day, nil)
        (approvedBy, approvedByName) = (actor.accountID, actor.name)
    }

    /// Switched off, with a reason.
    mutating func switchOff(_ reason: String, by actor: Actor) throws {
        guard state == .on || state == .stopped else { throw DomainError.conflict("这个版本没有启用。") }
        guard !reason.isEmpty else { throw DomainError.invalid("reason", "请写明为什么停用。") }
        (state, self.reason) = (.off, "\(actor.name)：\(reason)")
    }

    /// Whether a version that is switched on leaves no day more to this one: it begins by then, or this one would have
    /// begun no earlier than it.
    func isFollowed(by newer: RuleVersion, on day: CivilDate) -> Bool {
        guard state == .on, newer.state == .on, let from = onFrom, let next = newer.onFrom,
            rule.key == newer.rule.key, id != newer.id
        else { return false }
        return next <= day || next <= from
    }

    /// Another version has taken its place.
    mutating func giveWay(to version: Int) {
        (state, reason) = (.off, "由第 \(version) 版接替")
    }

    /// The breaker: it fired on more than it may.
    mutating func stop(after count: Int) {
        (state, reason) = (.stopped, "一分钟内发出 \(count) 条信号，达到上限，已自动停止。请核对条件以后由另一人重新启用。")
    }
}

extension RuleVersion {
    /// Of each rule the version that looks on a day: of those that are on, the one that began last.
    static func looking(on day: CivilDate, of versions: [RuleVersion]) -> [RuleVersion] {
        let on = versions.filter { $0.isOn(day) }
        return on.filter { version in !on.contains { version.hasGivenWay(to: $0) } }
    }

    /// Those that are on while another has begun after them: the day of that one has come.
    static func outlived(on day: CivilDate, of versions: [RuleVersion]) -> [(
        old: RuleVersion, new: RuleVersion
    )] {
        let living = looking(on: day, of: versions)
        return versions.compactMap { old in
            living.first { old.isOn(day) && old.hasGivenWay(to: $0) }.map { (old, $0) }
        }
    }

    private func hasGivenWay(to other: RuleVersion) -> Bool {
        guard rule.key == other.rule.key, id != other.id, let from = onFrom, let next = other.onFrom else {
            return false
        }
        return (from, version) < (next, other.version)
    }
}
