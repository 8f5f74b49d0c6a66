import Codes
import Government
import RuleBooks
import Storage

/// What a form about a request stands on, read in one go: the rules, and the streets and organs it may name.
struct Surroundings: Sendable {
    let rules: RequestRules
    let streets: [Division]
    let organs: [Organ]

    /// The living organ of a key.
    ///
    /// - Throws: `conflict` when the rules name one that is no more.
    func organ(_ key: String) throws -> Organ {
        guard let organ = organs.first(where: { $0.key == key }) else { throw RequestOffice.gone(key) }
        return organ
    }

    /// What the rules of the form need to know of it.
    ///
    /// - Parameter own: what a protected author must not say of themselves.
    func ground(_ author: Author, hiding own: OwnWords) -> IntakeGround {
        IntakeGround(
            rules: rules, streets: Set(streets.map(\.code.text)), organs: Set(organs.map(\.key)),
            isKnown: author.isKnown, own: own)
    }
}

extension RequestOffice {
    /// What there is to choose from now.
    func surroundings() async throws -> Surroundings {
        try await database.read { tx in
            let (rules, divisions, organs) = try tx.ask(
                book.rulesInForce(in: tx), Directory.allDivisions, Directory.livingOrgans)
            return Surroundings(
                rules: rules, streets: divisions.filter { $0.kind == .street }, organs: organs)
        }
    }
}
