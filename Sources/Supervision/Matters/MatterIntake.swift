import DecisionModel
import Government
import Journal
import Refusals
import Storage
import WorkingTime

/// One record as it was sent, with the line on which it stood.
struct DeliveredRecord: Sendable, Codable {
    let line: Int
    var record: [String: Value] = [:]
    /// Why it could not even be read.
    var fault: String?
}

/// What became of a delivery, record by record.
struct DeliveryReport: Codable, Sendable, Hashable {
    enum Outcome: String, Codable, Sendable, CaseIterable {
        case received, corrected, unchanged, refused

        var chinese: String {
            switch self {
            case .received: "已接收"
            case .corrected: "已更正"
            case .unchanged: "与上次相同"
            case .refused: "未接收"
            }
        }
    }

    struct Row: Codable, Sendable, Hashable {
        let line: Int
        let key: String
        let outcome: Outcome
        let reasons: [String]
    }

    var rows: [Row] = []

    func count(_ outcome: Outcome) -> Int { rows.count { $0.outcome == outcome } }

    var sentence: String {
        Outcome.allCases.map { "\($0.chinese) \(count($0)) 条" }.joined(separator: "，") + "。"
    }
}

/// Takes in what an organ reports: each record by itself, so that one that is wrong costs no other.
struct MatterIntake: Sendable {
    static let mostRecords = 1_000

    let version: KindVersion
    let reading: MatterReading
    let calendar: WorkingCalendar
    let actor: Actor
    let now: Instant
    private var report = DeliveryReport()
    private var entries: [JournalEntry] = []

    init(_ version: KindVersion, organs: [Organ], calendar: WorkingCalendar, by actor: Actor, at now: Instant)
        throws
    {
        (self.version, self.calendar, self.actor, self.now) = (version, calendar, actor, now)
        reading = try MatterReading(version.kind, organs: organs, now: now)
    }

    /// Takes in a delivery. The same one again changes nothing.
    mutating func take(_ delivery: [DeliveredRecord], in tx: Transaction) throws -> DeliveryReport {
        guard !delivery.isEmpty else { throw DomainError.invalid("records", "没有记录。") }
        guard delivery.count <= Self.mostRecords else {
            throw DomainError.invalid("records", "一次最多报送 \(Self.mostRecords) 条，请分几次报送。")
        }
        try tx.exclude("supervised-matters")
        var lines: [String: Int] = [:]
        let read = delivery.map {
            ($0, $0.fault.map { .failure(RowFaults(sentences: [$0])) } ?? reading.read($0.record))
        }
        let keys = read.compactMap { try? $0.1.get().externalKey }
        let known = try MatterStore.known(version.kind.key, keys, in: tx)
        for (sent, result) in read {
            switch result {
            case .failure(let faults): note(sent.line, key(sent), .refused, faults.sentences)
            case .success(let what):
                if let earlier = lines.updateValue(sent.line, forKey: what.externalKey) {
                    note(sent.line, what.externalKey, .refused, ["与第 \(earlier) 行的编号相同。"])
                } else {
                    try keep(what, over: known[what.externalKey], sent.line, in: tx)
                }
            }
        }
        try Journal.append(together: entries, in: tx)
        return report
    }

    private func key(_ sent: DeliveredRecord) -> String {
        guard case .string(let text) = sent.record[version.kind.roles.identifier] ?? .null else { return "" }
        return String(text.trimmed.prefix(60))
    }

    private mutating func keep(
        _ what: SupervisedMatter.Particulars, over old: SupervisedMatter?, _ line: Int, in tx: Transaction
    ) throws {
        let limit = what.due == nil ? version.kind.limit.flatMap(TimeLimit.init(text:)) : nil
        if let old, old.particulars.fields == what.fields, old.kindVersion == version.version {
            return note(line, what.externalKey, .unchanged, [])
        }
        let matter = SupervisedMatter(
            id: old?.id ?? tx.ids.next(), kindKey: version.kind.key, kindVersion: version.version,
            particulars: what, limit: limit, isPromise: version.kind.promise == true,
            receivedAt: old?.receivedAt ?? now, changedAt: now,
            revision: (old?.revision ?? 0) + 1)
        let due = matter.dueAt(by: calendar)
        if old == nil {
            try MatterStore.insert(matter, due: due, in: tx)
        } else {
            try MatterStore.update(matter, due: due, in: tx)
        }
        try MatterStore.remember(matter, by: actor.accountID, named: actor.name, in: tx)
        note(line, what.externalKey, old == nil ? .received : .corrected, [])
        entries.append(
            JournalEntry(
                at: now, actor: actor,
                action: old == nil ? "supervised_matter.received" : "supervised_matter.corrected",
                subject: matter.number,
                sentence: "\(actor.name)\(old == nil ? "报送" : "更正")\(version.kind.name)「\(what.name)」。",
                beforeDigest: try old.map { try Journal.digest(of: $0.particulars.fields) },
                afterDigest: try Journal.digest(of: what.fields),
                detail: ["revision": String(matter.revision)]))
    }

    private mutating func note(
        _ line: Int, _ key: String, _ outcome: DeliveryReport.Outcome, _ reasons: [String]
    ) {
        report.rows.append(.init(line: line, key: key, outcome: outcome, reasons: reasons))
    }
}
