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
    /// Key of the organ that the rules hold responsible.
    let responsible: String?
    /// How many have joined.
    let supporters: Int
    /// What programs have added.
    let updates: [(at: Instant, said: String)]
}

extension RequestOffice {
    /// What stands beside a case.
    ///
    /// - Throws: `notFound` for a case that is no request.
    func background(of subject: Case) async throws -> RequestBackground {
        try await database.read { tx in
            let rules = try book.current(in: tx)
            return RequestBackground(
                row: try RequestStore.request(subject.number.text, in: tx), rules: rules,
                organs: try Directory.organs(in: tx),
                responsible: try responsible(for: subject, by: rules, in: tx),
                supporters: try Supporters.counts(of: [subject.id], in: tx)[subject.id] ?? 0,
                updates: try Open311Store.updates(of: subject.id, in: tx))
        }
    }

    /// The organ that the rules hold responsible for a request.
    private func responsible(for subject: Case, by rules: RequestRules, in tx: Transaction) throws -> String?
    {
        if let organ = rules.organ(forWords: subject.said(.title) + subject.said(.content)) { return organ }
        guard let category = rules.category(subject.said(.category)) else { return nil }
        guard category.organ == RequestCategory.street else { return category.organ }
        guard let code = try? DivisionCode(subject.said(.division)) else { return nil }
        return try Directory.streetOrgan(forDivision: code, in: tx)
    }
}
