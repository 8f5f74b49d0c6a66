import Government
import Messaging
import Modules
import Storage
import Web

/// Oversight by deputies (人大代表、政协委员监督): how organs do, which cards are confirmed, what became of their own proposals.
/// They read, and propose what supervision should follow up; they change nothing else.
public struct Oversight: Sendable {
    private let office: OversightOffice

    /// The oversight of an installation.
    ///
    /// - Parameters:
    ///   - sources: what other features show of themselves.
    ///   - orders: where a supervision order is begun.
    public init(
        database: Database, directory: Directory, outbox: Outbox, sources: OversightSources, orders: String
    ) {
        office = OversightOffice(
            database: database, directory: directory, outbox: outbox, sources: sources, orders: orders)
    }

    /// What it contributes.
    ///
    /// - Throws: `StorageError` when its migrations are missing.
    public func module() throws -> Module {
        Module(
            name: "oversight", migrations: try Migration.all(in: .module, module: "oversight"),
            routes: OversightPages(office: office).routes + ProposalDeskPages(office: office).routes)
    }
}

extension Power {
    static let readOversight = Power("oversight.read", "查看供人大代表、政协委员监督的情况", .matters)
    static let propose = Power("oversight.propose", "提出督办建议", .matters)
    static let handleProposals = Power("oversight.handle_proposals", "处理代表、委员的督办建议", .matters)
}

/// Where the pages stand.
public enum OversightPath {
    /// What deputies see.
    public static let home = "/desk/oversight"
    static let proposals = "/desk/oversight/proposals"
    /// All proposals, for those who supervise.
    public static let desk = "/desk/deputy-proposals"

    static func proposal(_ id: String) -> String { "\(proposals)/\(id)" }
    static func handled(_ id: String) -> String { "\(desk)/\(id)" }
    static func refusal(_ id: String) -> String { "\(handled(id))/refusal" }
}
