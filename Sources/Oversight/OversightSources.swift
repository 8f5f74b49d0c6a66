import Identity
import Storage
import WorkingTime

/// What other features show of themselves to deputies, handed in by the composition.
public struct OversightSources: Sendable {
    /// How an organ did in the newest month that was frozen.
    public struct Standing: Sendable {
        let name: String
        /// Hundredths of a point; nil where nothing could be measured.
        let points: Int?
        let ended: Int
        let kept: Int

        /// How an organ did: cases with a promised limit that ended, and those that kept it.
        public init(name: String, points: Int?, ended: Int, kept: Int) {
            (self.name, self.points, self.ended, self.kept) = (name, points, ended, kept)
        }
    }

    /// A card that is confirmed.
    public struct Card: Sendable {
        let organ: String
        let level: String
        let name: String
        let raisedOn: CivilDate

        /// A card.
        public init(organ: String, level: String, name: String, raisedOn: CivilDate) {
            (self.organ, self.level, self.name, self.raisedOn) = (organ, level, name, raisedOn)
        }
    }

    /// How far an order has come.
    public struct Progress: Sendable {
        let lead: String
        let stage: String
        let isOpen: Bool
        let dueAt: Instant?
        let closedAt: Instant?
        let reports: Int
        let circular: String?
        let isUnfinished: Bool
        let struckReason: String?

        /// How far an order has come; whether it was taken off the list before it was done, and why.
        public init(
            lead: String, stage: String, isOpen: Bool, dueAt: Instant?, closedAt: Instant?, reports: Int,
            circular: String?, isUnfinished: Bool = false, struckReason: String? = nil
        ) {
            (self.lead, self.stage, self.isOpen, self.dueAt) = (lead, stage, isOpen, dueAt)
            (self.closedAt, self.reports, self.circular) = (closedAt, reports, circular)
            (self.isUnfinished, self.struckReason) = (isUnfinished, struckReason)
        }
    }

    /// A bulletin that is published.
    public struct Bulletin: Sendable {
        let title: String
        let path: String

        /// A bulletin and its page.
        public init(title: String, path: String) { (self.title, self.path) = (title, path) }
    }

    /// The newest frozen month in words, with the organs in it, the best first; nil before any was frozen.
    let standings: @Sendable (Transaction) throws -> (period: String, organs: [Standing])?
    let cards: @Sendable (Instant, Transaction) throws -> [Card]
    let progress: @Sendable (_ reference: String, Transaction) throws -> Progress?
    let bulletins: @Sendable (Transaction) throws -> [Bulletin]
    /// What the form of an order is begun with.
    let order: @Sendable (DeputyProposalSummary) -> [(String, String)]

    /// The sources of an installation.
    public init(
        standings: @escaping @Sendable (Transaction) throws -> (period: String, organs: [Standing])?,
        cards: @escaping @Sendable (Instant, Transaction) throws -> [Card],
        progress: @escaping @Sendable (String, Transaction) throws -> Progress?,
        bulletins: @escaping @Sendable (Transaction) throws -> [Bulletin],
        order: @escaping @Sendable (DeputyProposalSummary) -> [(String, String)]
    ) {
        (self.standings, self.cards, self.progress) = (standings, cards, progress)
        (self.bulletins, self.order) = (bulletins, order)
    }
}

/// What an order is begun with.
public struct DeputyProposalSummary: Sendable, Hashable {
    /// By this the order says where it came from.
    public let reference: String
    /// What is to be followed up.
    public let title: String
    /// What the deputy writes of it.
    public let words: String
    /// Key of the organ that should answer.
    public let organ: String
}

extension DeputyProposal {
    var summary: DeputyProposalSummary {
        DeputyProposalSummary(reference: reference, title: title, words: words, organ: organ)
    }
}

extension Oversight {
    /// The proposal with this reference, for whoever handles them; nil for one that is not there or was refused.
    ///
    /// - Throws: `StorageError`.
    public static func proposal(_ reference: String, for officer: OfficerContext, in tx: Transaction) throws
        -> DeputyProposalSummary?
    {
        guard officer.may(.handleProposals) else { return nil }
        let found = try ProposalStore.proposal(referenced: reference, in: tx)
        return found?.refusal == nil ? found?.summary : nil
    }
}
