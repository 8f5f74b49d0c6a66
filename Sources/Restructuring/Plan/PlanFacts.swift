import Cases
import Government
import Identity

/// What a plan is checked against: the district as it stands.
public struct PlanFacts: Sendable {
    /// An item that is offered now.
    public struct Item: Sendable, Hashable {
        /// Its code.
        public let code: String
        /// Its name.
        public let name: String
        /// The key of the organ that decides.
        public let organ: String
        /// The keys of those that are asked.
        public let coOrgans: [String]

        /// An item.
        public init(code: String, name: String, organ: String, coOrgans: [String]) {
            (self.code, self.name, self.organ, self.coOrgans) = (code, name, organ, coOrgans)
        }
    }

    /// A drawing or a table that names organs by their keys.
    public struct Naming: Sendable, Hashable {
        /// What it is, for people: `流程「…」`.
        public let title: String
        /// The organs.
        public let organs: Set<String>

        /// A naming.
        public init(title: String, organs: Set<String>) { (self.title, self.organs) = (title, organs) }
    }

    /// Every organ there is or ever was.
    public var organs: [Organ]
    /// The items that are offered.
    public var items: [Item]
    /// Who holds which post.
    public var seats: [HeldSeat]
    /// What waits in the organs the plan touches.
    public var workload: [Workload]
    /// The open cases that the plan assigns by hand.
    public var handCases: [TouchedCase]
    /// Drawings and tables that name one of the organs.
    public var namings: [Naming]

    /// Facts.
    public init(
        organs: [Organ], items: [Item] = [], seats: [HeldSeat] = [], workload: [Workload] = [],
        handCases: [TouchedCase] = [], namings: [Naming] = []
    ) {
        (self.organs, self.items, self.seats) = (organs, items, seats)
        (self.workload, self.handCases, self.namings) = (workload, handCases, namings)
    }
}

extension RestructuringPlan {
    /// Every post with the organ it is held in afterwards.
    func seatsAfter(_ facts: PlanFacts) -> [(seat: HeldSeat, organ: String)] {
        facts.seats.map { seat in
            let organ = steps.reduce(seat.post.organ) { organ, step in
                step.organ(of: Post(organ: organ, role: seat.post.role), login: seat.login)
            }
            return (seat, organ)
        }
    }

    /// The posts that are held elsewhere afterwards.
    func postMoves(_ facts: PlanFacts) -> [PostMove] {
        seatsAfter(facts).filter { $0.seat.post.organ != $0.organ }
            .map { PostMove(accountID: $0.seat.accountID, post: $0.seat.post, to: $0.organ) }
    }
}
