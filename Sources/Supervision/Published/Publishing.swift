import Cases
import Codes
import Government
import Journal
import Refusals
import Storage
import WorkingTime

/// Publishes what rules say, once it is confirmed and their days are over; a job.
struct Publishing: Sendable {
    let database: Database
    /// What matters are called that are no services, by the code they are filed under.
    var kinds: [String: String] = [:]

    func publish(at now: Instant) async throws {
        let versions = try await database.read { try RuleStore.versions(in: $0) }
        for version in versions {
            guard let days = version.rule.publishAfterDays, version.state != .draft else { continue }
            try await database.write { tx in
                let due = try PublishedStore.waiting(ofRule: version.id, at: now, in: tx)
                    .filter { $0.publication(after: days, at: now).map { $0 <= now } ?? false }
                guard !due.isEmpty else { return }
                try publish(due, at: now, in: tx)
            }
        }
    }

    private func publish(_ signals: [Signal], at now: Instant, in tx: Transaction) throws {
        let names = Dictionary(try Directory.everyOrgan(in: tx).map { ($0.key, $0.name) }) { first, _ in first
        }
        let own = signals.filter { !$0.isElsewhere }.map(\.caseID)
        let cases = Dictionary(try SupervisedCase.cases(own, in: tx).map { ($0.id, $0) }) { first, _ in first
        }
        for signal in signals {
            try tx.lock("supervision_signal", id: signal.id)
            // It may have been taken back meanwhile.
            let fresh = try SignalStore.signal(signal.id, SignalFilter(), in: tx)
            guard fresh.isConfirmed(at: now) else { continue }
            let ended =
                fresh.isElsewhere
                ? try MatterStore.endedAt(fresh.caseID, in: tx) : cases[fresh.caseID]?.ended(fresh.item)
            let word = try kind(fresh, cases[fresh.caseID], in: tx)
            try PublishedStore.insert(
                fresh.published(as: names[fresh.organ] ?? fresh.organ, word, endedAt: ended, at: now), in: tx)
            try Journal.append(
                JournalEntry(
                    at: now, actor: .system, action: "signal.published", subject: "signal:\(fresh.id)",
                    sentence: "监察信号「\(fresh.ruleName)」按规则公开。"), in: tx)
        }
    }

    /// What kind of matter it is, and never what it is called: a name may say who it is about.
    private func kind(_ signal: Signal, _ subject: SupervisedCase?, in tx: Transaction) throws -> String {
        if signal.isElsewhere, let key = signal.number.split(separator: ":").first {
            return try KindStore.kinds(in: tx).first { $0.kind.key == key }?.kind.name ?? "报送监察的事项"
        }
        switch subject.flatMap({ CaseKind(rawValue: $0.kind) }) {
        case .supervisionOrder: return "督办事项"
        case .publication: return "信息发布"
        case .application: return subject.map { kinds[$0.service] ?? Self.word($0.service) } ?? "办件"
        // That somebody is held to account is nobody's to know; the watch does not look at it either.
        case .accountability, nil: return "办件"
        }
    }

    /// The type of a service, by its code: `行政许可事项`.
    private static func word(_ code: String) -> String {
        (try? ItemCode(code))?.typeName.map { "\($0)事项" } ?? "办件"
    }
}

extension MatterStore {
    /// When what an organ reported ended; nil while it goes on.
    static func endedAt(_ id: Int64, in tx: Transaction) throws -> Instant? {
        try tx.row("SELECT ends_at FROM supervised_matter WHERE id = \(id)")?.optionalInstant("ends_at")
    }
}
