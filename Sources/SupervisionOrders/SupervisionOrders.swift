import Cases
import Codes
import Files
import Foundation
import Government
import Identity
import Messaging
import Modules
import Storage
import Web

/// Supervision orders (督查督办): what a leader, a meeting, a deputy, a complaint or a signal asks for, given to organs with a
/// limit, reported on, verified and closed. Each is a case.
public struct SupervisionOrders: Sendable {
    private let desk: OrderDesk

    /// The orders of an installation.
    ///
    /// - Parameters:
    ///   - accountability: where an official is held to account for an order; nil where that is not done.
    ///   - proposals: what deputies propose, for orders that come of it.
    ///   - taking: told when an order came of it.
    ///   - leaving: told when that order was struck off undone.
    ///   - signals: what rules have noticed, for orders that come of it.
    ///   - posts: posts of the forum that leaders instruct about.
    public init(
        database: Database, cases: Cases, directory: Directory, outbox: Outbox, files: FileStore,
        accountability: String? = nil, proposals: @escaping OrderBeginning.Lookup = { _, _, _ in nil },
        taking: @escaping OrderBeginning.Taking = { _, _, _, _ in },
        leaving: @escaping OrderBeginning.Leaving = { _, _, _, _ in },
        signals: @escaping OrderedSignal.Lookup = { _, _, _, _ in nil }, posts: InstructedPosts = .none
    ) {
        desk = OrderDesk(
            database: database, cases: cases, directory: directory, outbox: outbox, files: files,
            accountability: accountability, proposals: proposals, taking: taking, leaving: leaving,
            signals: signals, posts: posts)
    }

    /// What is kept of an order beside its case, in the transactions of the case, and who is told there by whatever door a step
    /// was taken.
    public static func follower(outbox: Outbox) -> CaseFollower {
        CaseFollower { event, subject, now, tx in
            guard subject.plan.matterKind == .supervisionOrder else { return }
            try OrderDesk.requireCourse(event)
            try OrderDesk.requireImpartialVerdict(on: subject, at: now, in: tx)
            try OrderStore.follow(subject, in: tx)
            try outbox.tellReturned(event, subject, at: now, in: tx)
        }
    }

    /// The process on which orders run (BPMN 2.0 XML).
    ///
    /// - Throws: `CocoaError` when the file cannot be read.
    public static func processFiles() throws -> [Data] {
        [
            try Data(
                contentsOf: Bundle.module.bundleURL.appending(
                    path: "Resources/Processes/supervision-order.bpmn"))
        ]
    }

    /// Where a leader instructs about a case, and where an order is worked on.
    public static func deskLinks(of subject: Case, for officer: OfficerContext) -> [Link] {
        if subject.plan.matterKind == .supervisionOrder {
            return [Link("督办事项", OrderPath.numbered(subject.number.text))]
        }
        guard subject.closedAt == nil, officer.may(.instruct) else { return [] }
        return [Link("领导批示", OrderPath.instruction(subject.number.text))]
    }

    /// What it contributes.
    ///
    /// - Throws: `StorageError` when its migrations are missing.
    public func module() throws -> Module {
        let inheriting = OrderInheriting(database: desk.database)
        return Module(
            name: "supervision-orders",
            migrations: try Migration.all(in: .module, module: "supervision-orders"),
            routes: OrderPages(desk: desk).routes + OrderPages(desk: desk).steps
                + NewOrderPages(desk: desk).routes + InstructionPages(desk: desk).routes
                + CircularPages(desk: desk).routes
                + OrderAPI(desk: desk).routes + OrderAPI(desk: desk).writing + OrderAPI(desk: desk).steps
                + OrderAPI(desk: desk).instructing,
            jobs: [Job(name: "orders.inherit", intervalSeconds: 60) { try await inheriting.inherit(at: $0) }])
    }
}

extension Power {
    static let readOrders = Power("supervision_order.read", "查看全区的督办事项", .matters, isSight: true)
    static let handleOrders = Power("supervision_order.handle", "办理和反馈本部门的督办事项", .matters)
    static let fileOrders = Power("supervision_order.file", "立项、催办、审核、通报和销号督办事项", .matters)
    static let instruct = Power("supervision_order.instruct", "对办件作出批示并交办", .matters)
}

/// Where the pages stand.
public enum OrderPath {
    /// All orders.
    public static let orders = "/desk/orders"
    /// Where one is begun; `source` and `reference` say from what.
    public static let new = "/desk/orders-new"
    static let api = "/api/v1/orders"
    static let circulars = "/desk/order-circulars"
    static let circularAPI = "/api/v1/order-circulars"

    static func order(_ id: String) -> String { "\(orders)/\(id)" }
    static func circular(_ id: String) -> String { "\(circulars)/\(id)" }
    /// What is done with one: `feedback`, `parts`, `urgings`, `verification`, `circular`, `strike-off`.
    static func act(_ id: String, _ act: String) -> String { "\(order(id))/\(act)" }
    static func numbered(_ number: String) -> String { "/desk/order-of/\(number)" }
    static func instruction(_ number: String) -> String { "/desk/instructions/\(number)" }
    static func postInstruction(_ post: String) -> String { "/desk/post-instructions/\(post)" }
}
