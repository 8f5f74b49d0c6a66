import BusinessProcess
import Codes
import Government
import Identity
import Journal
import Refusals
import Storage
import WorkingTime

extension Cases {
    /// The matter this case belongs to.
    ///
    /// - Throws: `notFound` when it does not exist or the viewer may not see it.
    public func matter(_ number: String, for viewer: Viewer) async throws -> Matter {
        try await database.read { tx in
            let root = try visibleRoot(of: number, for: viewer, in: tx)
            return Matter(cases: try CaseReading.family(ofRoot: root, in: tx), definitions: processes.all)
        }
    }

    /// A case with everything its page shows, read in one go.
    public func view(_ number: String, for viewer: Viewer) async throws -> CaseView {
        try await database.read { tx in
            let root = try visibleRoot(of: number, for: viewer, in: tx)
            return try view(number, root: root, seenBy: viewer, in: tx)
        }
    }

    /// Progress for whoever holds the receipt: number and query code.
    ///
    /// - Throws: `notFound` for an unknown number and for a wrong code alike.
    public func progress(_ number: String, code: String) async throws -> CaseView {
        try await database.read { tx in
            let row = try tx.row(
                "SELECT id, parent_id FROM service_case WHERE number = \(number) AND query_code = \(code)")
            guard let row else { throw DomainError.notFound("编号或查询码不对，请核对回执上的内容。") }
            let root = try row.optionalID("parent_id") ?? row.id("id")
            return try view(number, root: root, seenBy: .everyone, in: tx)
        }
    }

    private func view(_ number: String, root: Int64, seenBy viewer: Viewer, in tx: Transaction) throws
        -> CaseView
    {
        let matter = Matter(cases: try CaseReading.family(ofRoot: root, in: tx), definitions: processes.all)
        let position = try matter.index(of: number)
        let numbers = position == 0 ? matter.cases.map(\.number.text) : [number]
        let visible = try visible(matter.children.map(\.number.text), to: viewer, in: tx)
        return CaseView(
            subject: matter.cases[position],
            parent: position == 0 ? nil : matter.root,
            children: position == 0 ? Array(matter.children) : [],
            definition: try matter.definition(of: position),
            visibleChildren: visible,
            history: try history(
                of: numbers, internally: viewer.isStaff ? visible.union([number]) : [], in: tx),
            calendar: try Directory.calendar(in: tx), now: clock())
    }

    /// The lines of all these cases, oldest first; those meant for officers only of the cases named.
    private func history(
        of numbers: [String], internally open: Set<String>, in tx: Transaction
    ) throws -> [StoredEntry] {
        try numbers.flatMap {
            try Journal.entries(subject: $0, onlyPublic: !open.contains($0), limit: 200, in: tx)
        }
        .sorted { $0.id < $1.id }
    }

    private func visible(_ numbers: [String], to viewer: Viewer, in tx: Transaction) throws -> Set<String> {
        guard !numbers.isEmpty else { return [] }
        let rows = try tx.rows(
            "SELECT c.number FROM service_case c WHERE c.number IN \(list: numbers) AND \(viewer.maySeeCase)")
        return Set(try rows.map { try $0.text("number") })
    }

    /// One page of cases the viewer may see, newest first.
    public func list(_ filter: CaseFilter, for viewer: Viewer, after: String?) async throws -> Slice<
        CaseSummary
    > {
        try await database.read { try CaseQueries.cases(filter, for: viewer, after: after, in: $0) }
    }

    /// One page of tasks, soonest due first.
    public func desk(_ queue: DeskQueue, for viewer: Viewer, after: String?) async throws -> Slice<
        TaskSummary
    > {
        try await database.read { try CaseQueries.tasks(queue, for: viewer, after: after, in: $0) }
    }

    /// How many tasks are in each queue of this viewer's desk.
    public func deskCounts(for viewer: Viewer) async throws -> [DeskQueue: Int] {
        try await database.read { tx in
            try Dictionary(
                uniqueKeysWithValues: DeskQueue.allCases.map {
                    ($0, try CaseQueries.count($0, for: viewer, in: tx))
                })
        }
    }

    /// An issued document by the code printed on it.
    ///
    /// - Throws: `notFound` when there is none.
    public func document(verificationCode code: String) async throws -> IssuedDocument {
        let row = try await database.read { tx in
            try tx.row("SELECT * FROM case_document WHERE verification_code = \(code)")
        }
        guard let row else { throw DomainError.notFound("没有找到这份文件，请核对验证码。") }
        return try IssuedDocument(row)
    }

    /// The documents of everything this viewer may see, newest first: 我的证照.
    public func licences(for viewer: Viewer) async throws -> [IssuedDocument] {
        try await database.read { tx in
            try tx.rows(
                """
                SELECT d.* FROM case_document d JOIN service_case c ON c.id = d.case_id
                WHERE d.kind = \(IssuedDocument.Kind.licence) AND \(viewer.maySeeCase)
                ORDER BY d.id DESC LIMIT 100
                """
            ).map(IssuedDocument.init)
        }
    }

    /// The case a file was filed in, when this viewer may see that case.
    public func mayRead(file id: Int64, _ viewer: Viewer) async throws -> Bool {
        try await database.read { tx in
            try tx.row(
                """
                SELECT m.file_id FROM case_material m JOIN service_case c ON c.id = m.case_id
                WHERE m.file_id = \(id) AND (\(viewer.maySeeCase)
                    OR EXISTS (SELECT 1 FROM service_case d WHERE d.parent_id = c.id AND d.organ IN \(list: viewer.organs)))
                """) != nil
        }
    }
}

extension Viewer {
    /// Sees internal history lines.
    public var isStaff: Bool {
        switch self {
        case .officer, .system: true
        case .everyone, .account: false
        }
    }

    var organs: [String] {
        if case .officer(_, let organs, _) = self { organs } else { [] }
    }
}

/// A case with what its page shows.
public struct CaseView: Sendable {
    /// The case.
    public let subject: Case
    /// The joint service it is part of.
    public let parent: Case?
    /// The items of a joint service.
    public let children: [Case]
    /// The process it runs on.
    public let definition: ProcessDefinition
    /// Numbers of the children whose own page this viewer may open.
    public let visibleChildren: Set<String>
    /// What happened, oldest first, as far as the viewer may read it.
    public let history: [StoredEntry]
    /// The calendar in force.
    public let calendar: WorkingCalendar
    /// The time of looking.
    public let now: Instant
}
