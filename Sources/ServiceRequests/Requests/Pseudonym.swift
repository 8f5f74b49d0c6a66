import Cases
import Codes
import Identity
import Journal

/// Under which name somebody speaks whose identity is protected, or who gives none: the name itself never enters the case,
/// so no page, paper or program of any organ can show it.
extension Pseudonym {
    /// The applicant, as the case knows them.
    ///
    /// - Parameter account: whose messages tell of the answer; nil where nobody is known.
    func applicant(_ account: Account?) -> Applicant {
        Applicant(kind: .person, name: rawValue, code: "", accountID: account?.id)
    }

    /// Who acts, as the case and the journal name them.
    func actor(_ actor: Actor) -> Actor {
        Actor(
            accountID: self == .anonymous ? 0 : actor.accountID, name: rawValue, channel: actor.channel,
            address: "")
    }
}

extension Case {
    /// Whether its author's name is kept out of it.
    var isPseudonymous: Bool { pseudonym != nil }

    /// Under which name its author speaks.
    var pseudonym: Pseudonym? { applicant.pseudonym }
}
