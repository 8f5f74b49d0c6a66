import Codes
import Journal

extension Applicant {
    /// What stands in the place of their name; nil for whoever gives it.
    public var pseudonym: Pseudonym? { Pseudonym(rawValue: name) }

    /// Whoever acts, as this applicant's matter names them: in somebody else's name they bear both names, so that journal,
    /// history and papers say who acted for whom; whose name is kept out of the matter, they act under what stands in its
    /// place, and from nowhere. The account stays: the rules know by it that the matter is their own.
    func named(_ actor: Actor) -> Actor {
        guard actor.accountID != accountID else {
            return pseudonym == nil ? actor : actor.hidden(behind: name)
        }
        guard let personID, actor.represents?.contains(personID) == true else { return actor }
        return actor.acting(for: name)
    }
}

extension Case {
    /// Whoever acts, as this matter names them; also what a feature writes down beside it says so.
    public func named(_ actor: Actor) -> Actor { applicant.named(actor) }
}

extension Actor {
    fileprivate func hidden(behind name: String) -> Actor {
        Actor(
            accountID: accountID, name: name, organ: organ, roles: roles, channel: channel, address: "",
            represents: represents, offices: offices)
    }
}
