import Cases
import Files
import Foundation
import Government
import Identity
import Jobs
import Journal
import Messaging
import Modules
import ProcessMining
import Storage
import TestSupport
import Testing
import Web
import WorkingTime

@testable import Reengineering

@Suite("Cases as an event log")
struct TraceStoreTests {
    private static let noon = Instant(milliseconds: 1_790_000_000_000)
    private let scope = AnalysisScope(service: "S", name: "食品经营许可", year: 2026)

    private func house() async throws -> Database {
        let database = try await TestDatabase.make()
        let folder = FileManager.default.temporaryDirectory.appending(path: "mining-\(UUID().uuidString)")
        let files = try FileStore(root: folder, database: database)
        let cases = Cases(
            database: database, files: files, processes: ProcessLibrary(), division: "441202",
            clock: { Self.noon })
        let identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false),
            unread: { _, _ in 0 })
        let modules = [
            try .storage(database), try .journal(), try Jobs.tables(), try .government(),
            try identity.module(), try .files(files), try .messaging(), try cases.module(),
        ]
        try await database.migrate(modules.migrations)
        return database
    }

    private func file(
        _ id: Int64, service: String = "S", filed: Instant = noon, in tx: Transaction
    ) throws {
        try tx.execute(
            """
            INSERT INTO service_case (id, number, position, subject_code, subject_name, organ, applicant_kind,
                applicant_name, applicant_code, filed_by, filed_at, phase, process_version, query_code, plan,
                applicant, filing, parts, form, body, revision, kind, closed_at)
            VALUES (\(id), \("N\(id)"), 0, \(service), '食品经营许可', 'scjg', 'person', '张伟', '441299', 1,
                \(filed), 'closed', 1, 'x', '{}', '{}', '{}', '{}', '{}', '{}', 0, 'application',
                \(filed.adding(seconds: 7_200)))
            """)
    }

    private func work(
        _ id: Int64, on subject: Int64, _ element: String, organ: String = "scjg", activity: Int? = 1,
        in tx: Transaction
    ) throws {
        try tx.execute(
            """
            INSERT INTO case_task (id, case_id, activity, element, name, act, organ, role, outcomes, opened_at,
                state, outcome, missing, completed_by, completed_by_name, completed_at)
            VALUES (\(id), \(subject), \(activity), \(element), \(element), 'review', \(organ), 'officer', '[]',
                \(Self.noon), 'completed', 'pass', '[]', 4242, '李敏', \(Self.noon.adding(seconds: 60)))
            """)
    }

    @Test("another service and another year are left out, and so is advice beside the process")
    func scoped() async throws {
        let database = try await house()
        let traces = try await database.write { tx in
            try file(1, in: tx)
            try file(2, service: "T", in: tx)
            try file(3, filed: Self.noon.adding(seconds: -400 * 86_400), in: tx)
            try work(11, on: 1, "review", in: tx)
            try work(12, on: 1, "advise", activity: nil, in: tx)
            return try TraceStore.traces(scope, after: .init(), in: tx)
        }
        #expect(traces.map(\.id) == [1])
        #expect(traces.first?.path == ["review"])
    }

    @Test("cases that came in at the same instant are read once each, however small the stretches")
    func stretches() async throws {
        let database = try await house()
        var (seen, place): ([Int64], TraceStore.Place) = ([], .init())
        try await database.write { tx in for id in Int64(1)...5 { try file(id, in: tx) } }
        while let next = try await database.read({ [place] in
            try TraceStore.traces(scope, after: place, limit: 2, in: $0)
        }).nonEmpty {
            seen += next.map(\.id)
            place = next[next.count - 1].place
        }
        #expect(seen == [1, 2, 3, 4, 5])
    }

    @Test("the log has every case, whoever applied and whoever worked stays unnamed")
    func log() async throws {
        let database = try await house()
        let count = Int64(TraceStore.casesPerRead + 3)
        try await database.write { tx in
            for id in Int64(1)...count { try file(id, in: tx) }
            try work(1_001, on: 1, "review", in: tx)
            try work(1_002, on: 1, "supply", organ: CaseTask.applicant, in: tx)
        }
        var text = ""
        for try await piece in LogPieces(database: database, scope: scope).stream { text += piece }
        #expect(text.components(separatedBy: "<trace>").count == Int(count) + 1)
        #expect(text.hasSuffix("</log>\n"))
        #expect(text.components(separatedBy: "org:resource").count == 2)
        for secret in ["张伟", "441299", "李敏", "4242", "\"N1\""] { #expect(!text.contains(secret)) }
    }
}

extension Array {
    fileprivate var nonEmpty: Self? { isEmpty ? nil : self }
}
