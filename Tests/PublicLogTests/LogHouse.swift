import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Journal
import Modules
import NIOCore
import Refusals
import Storage
import TestSupport
import TransparencyLog
import Web
import WorkingTime

@testable import PublicLog

let noon = Instant(milliseconds: 1_795_227_840_000)

/// A journal with its public side, and nothing else.
struct LogHouse {
    let database: Database
    let keys: JournalKeys
    let sequencer: JournalSequencer

    static func open(_ name: String = "minben.example/journal", entries: Int = 0) async throws -> LogHouse {
        let database = try await TestDatabase.make()
        try await database.migrate(Module.journal().migrations)
        try await database.migrate(PublicLog.migrations())
        let keys = try SmallLog.keys(name)
        let house = LogHouse(
            database: database, keys: keys,
            sequencer: JournalSequencer(database: database, keys: keys, pause: { _ in }))
        try await house.append(entries)
        return house
    }

    /// Appends entries about `A0`, `A1` …, and lets them have their places.
    func append(_ count: Int) async throws {
        try await database.write { tx in
            for turn in 0..<count {
                try Journal.append(
                    JournalEntry(
                        at: noon, actor: .system, action: "case.submitted", subject: "A\(turn)",
                        sentence: "收到了申请。"), in: tx)
            }
        }
        try await sequencer.run(at: noon)
    }

    func head() async throws -> TreeHead {
        let newest = try await database.read(StoredCheckpoint.newest)
        return try newest.map { try keys.checkpoint(in: $0.note).head } ?? .empty
    }

    /// Opens its doors, in process.
    func visit(
        witness: CosignerKey? = nil, of logs: [any NoteVerifier] = [],
        _ story: @escaping @Sendable (any TestClientProtocol) async throws -> Void
    ) async throws {
        try await application(witness: witness, of: logs).test(.router) { try await story($0) }
    }

    func application(
        witness: CosignerKey? = nil, of logs: [any NoteVerifier] = []
    ) -> some ApplicationProtocol {
        let routes =
            LogAPI(keys: keys, database: database).routes
            + ProofCheckPages(keys: keys, database: database).routes
            + WitnessAPI(key: witness, logs: logs, database: database).routes
        return Application(
            router: makeRouter(routes: routes, settings: WebSettings(now: { noon })) { _ in nil })
    }
}

extension TestClientProtocol {
    func get(_ path: String) async throws -> TestResponse {
        try await execute(uri: path, method: .get, headers: [:], body: nil)
    }

    func post(_ path: String, _ text: String) async throws -> TestResponse {
        try await execute(
            uri: path, method: .post, headers: [.contentType: "text/plain"], body: ByteBuffer(string: text))
    }
}

extension TestResponse {
    var text: String { String(buffer: body) }
    func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
}
