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
        try await database.read { try matter(number, for: viewer, in: $0) }
    }

    /// The same inside a transaction.
    func matter(_ number: String, for viewer: Viewer, in tx: Transaction) throws -> Matter {
        let root = try visibleRoot(of: number, for: viewer, in: tx)
        return Matter(cases: try CaseReading.family(ofRoot: root, in: tx), definitions: processes.all)
    }

    /// A case with everything its page shows, read in one go.
    public func view(_ number: String, for viewer: Viewer) async throws -> CaseView {
        try await database.read { tx in
            let (place, calendar) = try tx.ask(visible(number, to: viewer), Directory.calendarInForce)
            return try view(number, root: place.root, seenBy: viewer, by: calendar, in: tx)
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
            let calendar = try Directory.calendar(in: tx)
            return try view(number, root: root, seenBy: .everyone, by: calendar, in: tx)
        }
    }

    private func view(
        _ number: String, root: Int64, seenBy viewer: Viewer, by calendar: WorkingCalendar, in tx: Transaction
    ) throws -> CaseView {
        let matter = Matter(cases: try CaseReading.family(ofRoot: root, in: tx), definitions: processes.all)
        let position = try matter.index(of: number)
        let numbers = position == 0 ? matter.cases.map(\.number.text) : [number]
        let visible = try visible(matter.children.map(\.number.text), to: viewer, in: tx)
        return CaseView(
            matter: matter, subject: matter.cases[position],
            parent: position == 0 ? nil : matter.root,
            children: position == 0 ? Array(matter.children) : [],
            definition: try matter.definition(of: position),
            visibleChildren: visible,
            history: try history(
                of: numbers, internally: viewer.isStaff ? visible.union([number]) : [], in: tx),
            calendar: calendar, now: clock())
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
}
