import Foundation
import Government
import Identity
import Journal
import Messaging
import Refusals
import Storage
import Web
import WorkingTime

/// What all pages of supervision need, and how a signal or a rule is changed: rule, row and journal in one transaction.
struct SupervisionOffice: Sendable {
    let database: Database
    let directory: Directory
    let outbox: Outbox
    /// Where a supervision order is begun.
    var orders: String?
    /// The order that came of a signal.
    var ordered: Supervision.SignalOrder = { _, _, _ in nil }
    /// Where an official is held to account for a card.
    var accountability: String?
    /// What matters are called that are no services, by the code they are filed under.
    var services: [String: String] = [:]

    static let noSignal: Sentence = "没有这条监察信号。"
    static let noRule: Sentence = "没有这条监察规则。"

    /// The organs there are.
    func organs() async throws -> [Organ] { try await directory.organs() }

    /// Every organ there is or ever was: what is over stays with one that is gone, and is read under its name.
    func everyOrgan() async throws -> [Organ] { try await directory.everyOrgan() }

    /// What facts may be, by the kinds and organs of a day.
    func values(on day: CivilDate) async throws -> KnownValues {
        KnownValues(kinds: try await kinds(on: day), organs: try await everyOrgan(), services: services)
    }

    /// What an officer may see: all, or what concerns their own organs.
    static func filter(_ officer: OfficerContext) -> SignalFilter {
        var filter = SignalFilter()
        if !officer.account.reachesDistrict(with: .readSignals) {
            filter.organs = officer.account.organs(for: .answerSignals)
        }
        return filter
    }

    /// Changes a signal by a rule. Who has a post in the organ it is about acts for that organ.
    @discardableResult
    func change(
        _ id: Int64, _ request: WebRequest, _ officer: OfficerContext, _ action: String,
        once: Idempotency.Request? = nil,
        _ rule: @escaping @Sendable (inout Signal, Actor, SupervisionRule, WorkingCalendar) throws -> Void
    ) async throws -> Signal {
        let (filter, now, organs) = (Self.filter(officer), request.now, officer.organs)
        return try await database.write { tx in
            try tx.lock("supervision_signal", id: id)
            var signal = try SignalStore.signal(id, filter, in: tx)
            if let once, try Idempotency.replay(once, in: tx) != nil { return signal }
            let actor = officer.actor(request, organ: organs.contains(signal.organ) ? signal.organ : nil)
            let version = try RuleStore.version(signal.ruleID, in: tx)
            try rule(&signal, actor, version.rule, try Directory.calendar(in: tx))
            try SignalStore.update(signal, in: tx)
            try Self.record(signal, action, by: actor, at: now, in: tx)
            try tell(signal, at: now, in: tx)
            try once?.remember(String(id), at: now, in: tx)
            return signal
        }
    }

    /// The journal entry of what was last said about a signal.
    static func record(
        _ signal: Signal, _ action: String, by actor: Actor, at now: Instant, in tx: Transaction
    ) throws {
        let verb = signal.course.indices.last.map(signal.wordsOfStep) ?? ""
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: "signal:\(signal.id)",
                sentence: "\(actor.name)：监察信号「\(signal.ruleName)」\(verb)。",
                detail: ["case": signal.number, "state": signal.state.rawValue]), in: tx)
        // What rests on a card that fell is looked at again.
        if signal.level.isCard, signal.card == nil {
            try WatchStore.set([signal.caseID: .some(now)], in: tx)
        }
    }

    /// Changes a version of a rule, with the others at hand.
    func change(
        _ request: WebRequest, _ officer: OfficerContext, _ action: String, _ verb: String,
        _ rule: @escaping @Sendable (inout RuleVersion, [RuleVersion], Actor) throws -> Void
    ) async throws {
        let (id, actor, now) = (try request.id(Self.noRule), officer.actor(request), request.now)
        try await database.write { tx in
            try tx.exclude("supervision-rules")
            var version = try RuleStore.version(id, in: tx)
            let all = try RuleStore.versions(in: tx)
            try rule(&version, all, actor)
            try RuleStore.update(version, in: tx)
            if version.state == .on {
                // The version before looks until the day on which the new one does.
                for var earlier in all where earlier.isFollowed(by: version, on: now.day) {
                    earlier.giveWay(to: version.version)
                    try RuleStore.update(earlier, in: tx)
                }
            }
            try Self.record(action, verb, version, by: actor, at: now, in: tx)
        }
    }

    static func record(
        _ action: String, _ verb: String, _ version: RuleVersion, by actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws {
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: "rule:\(version.rule.key)",
                sentence: "\(actor.name)\(verb)监察规则「\(version.rule.name)」第 \(version.version) 版。"), in: tx)
    }
}

extension Signal.Step.Kind {
    var chinese: String {
        switch self {
        case .statement: "说明情况"
        case .appeal: "提出申诉"
        case .upheld: "裁定申诉不成立"
        case .withdrawn: "撤销"
        case .cancelled: "自动取消"
        case .settled: "办结"
        }
    }
}

extension String {
    /// Without white space around it.
    var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
