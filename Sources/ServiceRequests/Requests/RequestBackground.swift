import Cases
import Codes
import Government
import RuleBooks
import Storage
import WorkingTime

/// What stands beside a request's case on the desk, read in one go: in a rush each question of its own waits for a
/// connection of its own.
struct RequestBackground: Sendable {
    /// What is kept of the request.
    let row: RequestRow
    /// The rules in force.
    let rules: RequestRules
    /// The organs there are.
    let organs: [Organ]
    /// The organ it accuses.
    let accused: Accused
    /// Key of the organ that the rules hold responsible.
    let responsible: String?
    /// How many have joined.
    let supporters: Int
    /// What programs have added.
    let updates: [(at: Instant, said: String)]
    /// What is still missing, as its author says; nil where nothing was said.
    let lack: String?
    /// The number of the one that says it again, or reviews its answer; nil while there is none.
    let next: String?
    /// The report that is owed on it; nil for none.
    let report: OwedReport?
}

extension RequestOffice {
    /// What stands beside a case.
    ///
    /// - Throws: `notFound` for a case that is no request.
    func background(of subject: Case) async throws -> RequestBackground {
        try await database.read { tx in
            let (rules, row, organs, supporters, updates) = try tx.ask(
                book.rulesInForce(in: tx), RequestStore.request(subject.number.text), Directory.livingOrgans,
                Supporters.counted(of: [subject.id]), Open311Store.updates(of: subject.id, in: tx))
            let accused = try Accused(of: subject, in: tx)
            return try RequestBackground(
                row: row, rules: rules, organs: organs, accused: accused,
                responsible: responsible(for: subject, by: rules, unless: accused, in: tx),
                supporters: supporters[subject.id] ?? 0, updates: updates,
                lack: row.solved == false ? RequestStore.lack(of: subject.id, in: tx) : nil,
                next: row.endedAt == nil ? nil : RequestStore.next(after: row.number, in: tx),
                report: row.process == .petition ? OwedReport.owed(on: subject, in: tx) : nil)
        }
    }

    /// The organ that the rules hold responsible for a request.
    private func responsible(
        for subject: Case, by rules: RequestRules, unless accused: Accused, in tx: Transaction
    ) throws -> String? {
        // The accused one is never proposed.
        func unlessAccused(_ organ: String?) -> String? {
            organ.flatMap { accused.keys.contains($0) ? nil : $0 }
        }
        if let organ = rules.organ(forWords: subject.said(.title) + subject.said(.content)) {
            return unlessAccused(organ)
        }
        guard let category = rules.category(subject.said(.category)) else { return nil }
        guard category.organ == RequestCategory.street else { return unlessAccused(category.organ) }
        guard let code = try? DivisionCode(subject.said(.division)) else { return nil }
        return unlessAccused(try Directory.streetOrgan(forDivision: code, in: tx))
    }
}
