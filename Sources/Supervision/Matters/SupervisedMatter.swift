import Cases
import DecisionModel
import Government
import Refusals
import WorkingTime

/// A matter that is done elsewhere, as it was last reported.
struct SupervisedMatter: Sendable, Hashable {
    /// What a report says of it, read by its kind.
    struct Particulars: Sendable, Hashable {
        let externalKey: String
        let name: String
        let organ: String
        let state: String
        let begins: Instant
        let due: Instant?
        let ends: Instant?
        let fields: [String: Value]
    }

    let id: Int64
    let kindKey: String
    let kindVersion: Int
    var particulars: Particulars
    let limit: TimeLimit?
    /// Whether its limit is a promise and not one of the law.
    var isPromise = false
    let receivedAt: Instant
    var changedAt: Instant
    var revision = 1

    /// Under this the journal knows it: no number of a case has a colon.
    var number: String { Self.number(kindKey, particulars.externalKey) }
    static func number(_ kind: String, _ key: String) -> String { "\(kind):\(key)" }

    /// The matter as rules look at it: like a case with one limit.
    func supervised(by calendar: WorkingCalendar) -> CaseRecord {
        let what = particulars
        let due = dueAt(by: calendar)
        let span =
            limit
            ?? TimeLimit(value: max((due ?? what.begins).day.days(since: what.begins.day), 0), unit: .day)
        let clock = due.map {
            CaseClock.elsewhere(
                id: id, isPromise ? .promised : .legal, limit: span, from: what.begins, due: $0,
                stoppedAt: what.ends,
                calendar: calendar.version)
        }
        let subject = SupervisedCase(
            id: id, number: number, kind: kindKey, service: "", name: what.name, organ: what.organ,
            phase: what.ends == nil ? .accepted : .closed, outcome: what.ends == nil ? nil : what.state,
            filedAt: what.begins, acceptedAt: what.begins, closedAt: what.ends, tasks: [],
            clocks: clock.map { [$0] } ?? [])
        return CaseRecord(
            subject: subject, acts: [], reported: .init(fields: what.fields, at: receivedAt))
    }

    /// Until when it has to be done: as reported, or by the limit of its kind and the calendar of today.
    func dueAt(by calendar: WorkingCalendar) -> Instant? {
        if let due = particulars.due { return due }
        return limit.map { calendar.reckon($0, from: particulars.begins, now: particulars.begins).due } ?? nil
    }
}

/// Reads records by the kind they are of.
struct MatterReading: Sendable {
    let kind: SupervisedKind
    let schema: RecordSchema
    /// Keys of organs by their keys and names.
    private let organs: [String: String]
    private let now: Instant

    init(_ kind: SupervisedKind, organs: [Organ], now: Instant) throws {
        (self.kind, self.now) = (kind, now)
        schema = try RecordSchema(kind.schema)
        self.organs = Self.answering(organs, on: now.day)
    }

    /// What organs are and were called, each with the key of the one that answers for it: what was written before a merger
    /// names the old one. A living organ comes before one that is gone and was called the same.
    private static func answering(_ organs: [Organ], on day: CivilDate) -> [String: String] {
        let living: [(Organ, Organ)] = organs.filter { $0.isLiving(on: day) }.map { ($0, $0) }
        let gone: [(Organ, Organ)] = OrganLineage(organs).passages(on: day).map { ($0.gone, $0.heir) }
        let names = (living + gone).flatMap { organ, heir in
            [organ.key, organ.name, organ.fullName].map { ($0, heir.key) }
        }
        return Dictionary(names) { first, _ in first }
    }

    /// What a record says, or all that is wrong with it.
    func read(_ sent: [String: Value]) -> Result<SupervisedMatter.Particulars, RowFaults> {
        let record = RecordSchema.trimmed(sent)
        let faults = schema.faults(record)
        guard faults.isEmpty else { return .failure(RowFaults(sentences: faults)) }
        let organ = text(kind.roles.responsible, record) ?? kind.organ
        let (begins, ends) = (instant(kind.roles.begins, record) ?? now, end(of: record))
        // What has to be done by a day may be done all that day.
        let due = instant(kind.roles.due, record).map { isDay(kind.roles.due) ? $0.day.endOfDay : $0 }
        let wrong = contradictions(organ, begins, due, ends)
        guard wrong.isEmpty, let key = organs[organ] else { return .failure(RowFaults(sentences: wrong)) }
        let number = text(kind.roles.identifier, record) ?? ""
        return .success(
            .init(
                externalKey: number, name: text(kind.roles.title, record) ?? number, organ: key,
                state: text(kind.roles.state, record) ?? "", begins: begins, due: due, ends: ends,
                fields: record.filter { !(schema.field($0.key)?.isEmpty($0.value) ?? true) }))
    }

    private func contradictions(_ organ: String, _ begins: Instant, _ due: Instant?, _ ends: Instant?)
        -> [String]
    {
        var faults: [String] = []
        if organs[organ] == nil { faults.append("没有“\(organ.prefix(40))”这个部门，请写部门的代号或者名称。") }
        if begins > now { faults.append("开始时间在将来，还没有发生的不报送。") }
        if let ends, ends > now { faults.append("办结时间在将来，请办结以后再报。") }
        if let ends, ends < begins { faults.append("办结时间早于开始时间。") }
        if let due, due < begins { faults.append("到期时间早于开始时间。") }
        return faults
    }

    /// Of what was done on a day nobody said when: it counts as done at the end of it, or by now where the day goes on.
    private func end(of record: [String: Value]) -> Instant? {
        guard let ends = instant(kind.roles.ends, record) else { return nil }
        return isDay(kind.roles.ends) ? min(ends.day.endOfDay, max(ends, now)) : ends
    }

    private func isDay(_ name: String?) -> Bool { schema.field(name)?.format == .date }

    private func text(_ name: String?, _ record: [String: Value]) -> String? {
        guard let name, case .string(let text) = record[name] ?? .null, !text.isEmpty else { return nil }
        return text
    }

    private func instant(_ name: String?, _ record: [String: Value]) -> Instant? {
        text(name, record).flatMap { schema.field(name)?.format?.instant($0) }
    }
}

/// What is wrong with one record.
struct RowFaults: Error, Sendable, Hashable {
    let sentences: [String]
}
