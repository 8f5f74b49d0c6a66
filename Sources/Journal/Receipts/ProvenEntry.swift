import Foundation
import Refusals
import WorkingTime

/// What stands in the entry that a proof file carries, as far as people are told.
public struct ProvenEntry: Sendable, Hashable {
    /// When it happened.
    public let at: Instant
    /// To what: a case number.
    public let subject: String
    /// What happened, in words.
    public let sentence: Sentence
    /// Who did it.
    public let actorName: String

    /// The entry that these bytes hold: 16 bytes of salt and the canonical JSON. Nil when they hold none.
    public init?(content: [UInt8]) {
        struct Facts: Decodable {
            let actorName: String
            let at: Int64
            let parameters: [String]
            let subject: String
            let template: String
        }
        guard content.count > Leaf.saltLength,
            let facts = try? JSONDecoder().decode(Facts.self, from: Data(content.dropFirst(Leaf.saltLength)))
        else { return nil }
        at = Instant(milliseconds: facts.at)
        subject = facts.subject
        sentence = Sentence(template: facts.template, parameters: facts.parameters)
        actorName = facts.actorName
    }
}
