import Government

/// What a restructuring of the government means for the cases that are under way (机构改革).
public struct OrganChange: Sendable {
    /// Somebody in a post, as steps ask for it.
    public struct Seat: Sendable, Hashable {
        /// The account.
        public let accountID: Int64
        /// The key of the organ.
        public let organ: String
        /// The role there.
        public let role: String

        /// A seat.
        public init(accountID: Int64, organ: String, role: String) {
            (self.accountID, self.organ, self.role) = (accountID, organ, role)
        }
    }

    /// Who takes up what.
    public let succession: OrganSuccession
    /// The organs that keep their key under other names.
    public let renamed: Set<String>
    /// Every organ by key, as it was.
    public let before: [String: Organ]
    /// Every organ by key, as it is now.
    public let after: [String: Organ]
    /// Who holds which post now.
    public let seats: Set<Seat>

    /// A change.
    public init(
        succession: OrganSuccession, renamed: Set<String>, before: [String: Organ], after: [String: Organ],
        seats: Set<Seat>
    ) {
        (self.succession, self.renamed) = (succession, renamed)
        (self.before, self.after, self.seats) = (before, after, seats)
    }

    /// The organs that a case may name and that are others now.
    var touched: Set<String> { succession.givers.union(renamed) }

    func oldName(_ organ: String) -> String { before[organ]?.fullName ?? organ }
    func newName(_ organ: String) -> String { after[organ]?.fullName ?? organ }
}
