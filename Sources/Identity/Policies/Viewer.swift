/// Who is looking: every read of a store takes one and makes it part of its SQL.
public enum Viewer: Sendable, Hashable {
    /// Anybody, signed in or not: sees what is public.
    case everyone
    /// A citizen's account: sees its own matters, those of its person and those of its enterprises; of the enterprises for
    /// which it is an agent in some services (`agencies`) what it filed itself, and no longer than it is their agent.
    ///
    /// Of the persons in whose name it acts (代亲友办事、监护) it sees everything for `wards`, and for `clients` what it filed
    /// itself, as long as it acts for them.
    case account(
        id: Int64, person: Int64?, entities: [String], agencies: [String] = [], wards: [Int64] = [],
        clients: [Int64] = [])
    /// An officer: `organs` are those in which a post lets them read matters, `roles` all roles held; some answer for the
    /// whole district and see every organ's, but sit in one of them as well: its steps are theirs, and what is said of it is
    /// kept from them.
    case officer(id: Int64, organs: [String], roles: [Role], seesDistrict: Bool = false)
    /// The platform itself: jobs and the composition of matters.
    case system
}

extension Account {
    /// How this account looks at the stores.
    public var viewer: Viewer {
        guard isStaff else {
            return .account(
                id: id, person: personID, entities: entities, agencies: mandates.keys.sorted(),
                wards: principals.filter { $0.services == nil }.map(\.personID),
                clients: principals.filter { $0.services != nil }.map(\.personID))
        }
        return .officer(
            id: id, organs: seats(with: .readCases).sorted(),
            roles: roles.sorted { $0.rawValue < $1.rawValue },
            seesDistrict: reachesDistrict(with: .readCases))
    }
}
