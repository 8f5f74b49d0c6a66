import Codes
import Government
import RuleBooks
import Storage

/// What a form about a request stands on, read in one go: the rules, and the streets and organs it may name.
struct Surroundings: Sendable {
    let rules: RequestRules
    let streets: [Division]
    let organs: [Organ]

    /// What the rules of the form need to know of it.
    func ground(_ author: Author) -> IntakeGround {
        IntakeGround(
            rules: rules, streets: Set(streets.map(\.code.text)), organs: Set(organs.map(\.key)),
            isKnown: author.isKnown)
    }
}

extension RequestOffice {
    /// What there is to choose from now.
    func surroundings() async throws -> Surroundings {
        try await database.read { tx in
            Surroundings(
                rules: try book.current(in: tx),
                streets: try Directory.divisions(in: tx).filter { $0.kind == .street },
                organs: try Directory.organs(in: tx))
        }
    }
}
