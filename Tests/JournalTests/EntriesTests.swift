import Journal
import Storage
import Testing

@Suite("The entries about a case")
struct EntriesTests {
    @Test("leave out, for its applicant, what is for the office only")
    func publicOnly() async throws {
        let database = try await filled()
        let seen = try await database.read {
            try Journal.entries(subject: "A", onlyPublic: true, limit: 10, in: $0)
        }
        #expect(seen.map(\.entry.isPublic) == [true, true, true])
    }

    @Test("come oldest first, page by page, and never from another case")
    func pages() async throws {
        let database = try await filled()
        let pages = try await database.read { transaction in
            let first = try Journal.entries(subject: "A", onlyPublic: false, limit: 4, in: transaction)
            let after = first.last?.id ?? 0
            return [
                first,
                try Journal.entries(subject: "A", onlyPublic: false, after: after, limit: 4, in: transaction),
            ]
        }
        #expect(pages.map(\.count) == [4, 2])
        let ids = pages.flatMap { $0 }.map(\.id)
        #expect(ids == ids.sorted() && Set(ids).count == 6)
        #expect(pages.flatMap { $0 }.allSatisfy { $0.entry.subject == "A" })
    }

    @Test("tell the last id under the number of a node")
    func lastOfNode() async throws {
        let database = try await filled()
        let (past, ids) = (IDSource.pastNode, IDSource(node: IDSource.pastNode))
        let none = try await database.read { try Journal.lastID(ofNode: past, in: $0) }
        let made = [ids.next(), ids.next()]
        try await database.write { tx in
            try Journal.append(made.map { try StoredEntry(id: $0, entry: acceptance(of: "C")) }, in: tx)
            try Journal.append(acceptance(of: "A"), in: tx)
        }
        let last = try await database.read { try Journal.lastID(ofNode: past, in: $0) }
        #expect(none == nil && last == made[1])
    }

    private func filled() async throws -> Database {
        let database = try await databaseOfEntries()
        try await database.write { transaction in
            for turn in 1...6 {
                try Journal.append(acceptance(of: "A", isPublic: turn.isMultiple(of: 2)), in: transaction)
                try Journal.append(acceptance(of: "B"), in: transaction)
            }
        }
        return database
    }
}
