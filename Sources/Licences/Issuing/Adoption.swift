import Cases
import Identity
import Modules
import Storage
import WorkingTime

/// Licences that were issued before there were rows for them get one each, a few at a time: their papers stay as they are,
/// and from then on they can be shown, used and ended like all others.
struct Adoption: Sendable {
    /// How many documents one transaction takes in.
    static let batch = 50

    let database: Database
    let cases: Cases
    let signers: LicenceSigners

    var job: Job {
        Job(name: "licences.adoption", intervalSeconds: 60) { _ in
            while try await adoptSome() {}
        }
    }

    /// - Returns: whether there may be more.
    func adoptSome() async throws -> Bool {
        let waiting = try await database.read { try Self.waiting(in: $0) }
        guard let last = waiting.last else { return false }
        var matters: [String: Matter] = [:]
        for line in waiting where matters[line.number] == nil {
            matters[line.number] = try await cases.matter(line.number, for: .system)
        }
        try await database.write { [matters] tx in
            try tx.exclude("licence-adoption")
            for line in waiting { try adopt(line, of: matters[line.number]?[line.number], in: tx) }
            try tx.execute("UPDATE licence_adoption SET done = \(last.document) WHERE id = 1")
        }
        return true
    }

    private func adopt(_ line: Waiting, of subject: Case?, in tx: Transaction) throws {
        guard let subject, let document = subject.documents.first(where: { $0.id == line.document }),
            try tx.row("SELECT id FROM licence WHERE document_id = \(line.document)") == nil
        else { return }
        try LicenceFollowing.record(
            document, of: subject, signedBy: signers, by: Signatory(accountID: 0, name: "系统补登"), in: tx)
    }

    private struct Waiting: Sendable {
        let document: Int64
        let number: String
    }

    private static func waiting(in tx: Transaction) throws -> [Waiting] {
        guard let state = try tx.row("SELECT through, done FROM licence_adoption WHERE id = 1") else {
            return []
        }
        let (through, done) = (try state.id("through"), try state.id("done"))
        return try tx.rows(
            """
            SELECT d.id, c.number FROM case_document d JOIN service_case c ON c.id = d.case_id
            WHERE d.kind = 'licence' AND d.id > \(done) AND d.id <= \(through)
            ORDER BY d.id LIMIT \(batch)
            """
        ).map { Waiting(document: try $0.id("id"), number: try $0.text("number")) }
    }
}
