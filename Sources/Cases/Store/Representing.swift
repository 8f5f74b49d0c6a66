import Journal

extension Applicant {
    /// Whoever acts, as this applicant's matter names them: in somebody else's name they bear both names, so that journal,
    /// history and papers say who acted for whom.
    func named(_ actor: Actor) -> Actor {
        guard actor.accountID != accountID, let personID, actor.represents?.contains(personID) == true else {
            return actor
        }
        return actor.acting(for: name)
    }
}

extension Case {
    /// Whoever acts, as this matter names them.
    func named(_ actor: Actor) -> Actor { applicant.named(actor) }
}
