import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Journal
import Modules
import NIOCore
import Refusals
import Storage
import Testing
import TransparencyLog
import WorkingTime

@testable import PublicLog

@Suite("This installation as a witness")
struct WitnessAPITests {
    private static let path = "/api/v1/witness/add-checkpoint"
    private let log: JournalKeys
    private let key: CosignerKey

    init() throws {
        log = try SmallLog.keys("town/journal")
        key = try CosignerKey(name: "city/witness")
    }

    @Test("is none without a key")
    func none() async throws {
        try await LogHouse.open().visit { client in
            let answer = try await client.post(Self.path, "old 0\n\n")
            #expect(answer.status == .notFound)
        }
    }

    @Test(
        "does not take what is no request",
        arguments: ["", "old 0\n", "hello", "old 00\n\na\n0\nx\n\n— a x\n"])
    func malformed(_ text: String) async throws {
        try await visit { client in
            let answer = try await client.post(Self.path, text)
            #expect(answer.status == .badRequest)
        }
    }

    @Test("does not cosign a log that it does not know, nor one whose key did not sign")
    func strangers() async throws {
        try await visit { client in
            let unknown = try submission(1, keys: SmallLog.keys("elsewhere/journal"))
            #expect(try await client.post(Self.path, unknown).status == .notFound)
            let forged = try submission(1, keys: SmallLog.keys("town/journal"))
            #expect(try await client.post(Self.path, forged).status == .forbidden)
        }
    }

    @Test("cosigns what continues, remembers it, and names its size to whoever believes otherwise")
    func course() async throws {
        let (house, key, log) = (try await LogHouse.open(), key, log)
        try await house.visit(witness: key, of: log.verifiers) { client in
            let first = try await client.post(Self.path, submission(3, keys: log))
            #expect(first.status == .ok)
            var note = try CheckpointSubmission(submission(3, keys: log)).note
            try note.add(lines: first.text)
            #expect(try note.signers(among: [key.key.verifier()]) == [key.key])

            let stale = try await client.post(Self.path, submission(5, keys: log))
            #expect(stale.status == .conflict && stale.text == "3\n")
            #expect(stale.header("Content-Type") == "text/x.tlog.size")

            let torn = try await client.post(Self.path, submission(5, from: 3, proving: false, keys: log))
            #expect(torn.status == .unprocessableContent)
            #expect(try await client.post(Self.path, submission(5, from: 3, keys: log)).status == .ok)
        }
        let entries = try await house.database.read {
            try Journal.entries(subject: "town/journal", onlyPublic: false, limit: 10, in: $0)
        }
        #expect(entries.map(\.entry.action) == ["witness.cosigned", "witness.cosigned"])
    }

    @Test("cosigns only one of two histories that are shown at once")
    func twoHistories() async throws {
        let (house, key, log) = (try await LogHouse.open(), key, log)
        try await house.visit(witness: key, of: log.verifiers) { client in
            let bodies = [try submission(3, keys: log), try submission(3, keys: log, prefix: "forged")]
            async let one = client.post(Self.path, bodies[0]).status
            async let two = client.post(Self.path, bodies[1]).status
            let answers = try await [one, two]
            #expect(Set(answers) == [.ok, .conflict])
        }
    }

    private func visit(
        _ story: @escaping @Sendable (any TestClientProtocol) async throws -> Void
    ) async throws {
        try await LogHouse.open().visit(witness: key, of: log.verifiers, story)
    }

    private func submission(
        _ size: Int, from old: Int = 0, proving: Bool = true, keys: JournalKeys, prefix: String = "entry"
    ) throws -> String {
        try SmallLog(keys: keys, entries: size, prefix: prefix).submission(from: old, proving: proving)
    }
}
