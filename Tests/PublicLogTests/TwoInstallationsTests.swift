import Hummingbird
import HummingbirdTesting
import Journal
import Modules
import Refusals
import Storage
import Testing
import TransparencyLog
import WorkingTime

@testable import PublicLog

/// The town's journal, witnessed by the city over HTTP.
@Suite("Two installations")
struct TwoInstallationsTests {
    private let key: CosignerKey

    init() throws { key = try CosignerKey(name: "city.example/witness") }

    @Test("one cosigns the other's checkpoints as they grow, and proofs carry its signature")
    func witnessed() async throws {
        let (town, city) = (try await LogHouse.open("town/journal", entries: 100), try await LogHouse.open())
        try await witness(town, by: city) { witnessing in
            try await witnessing.run(at: noon)
            try await town.append(200)
            try await witnessing.run(at: noon.adding(seconds: 60))
            // Nothing is new: nobody is asked again.
            try await witnessing.run(at: noon.adding(seconds: 120))
        }
        let trusted = TrustedLog(
            origin: "town/journal", keys: town.keys.verifiers, witnesses: [try key.key.verifier()],
            neededWitnesses: 1)
        let receipt = try await town.database.read {
            try JournalReceipt.of("A7", action: "case.submitted", for: 0, keys: town.keys, in: $0)
        }
        let proof = try #require(receipt?.proof)
        #expect(try proof.verify(trusting: trusted).head.size == 300)
        #expect(try await sizes(in: town) == [100, 300])
    }

    @Test("the witness notices when the other goes back to an older state and goes on from there")
    func rewound() async throws {
        let (town, city) = (try await LogHouse.open("town/journal", entries: 100), try await LogHouse.open())
        try await witness(town, by: city) { try await $0.run(at: noon) }
        // Restored from a backup of its first minute, with the same key.
        let database = try await LogHouse.open().database
        let sequencer = JournalSequencer(database: database, keys: town.keys, pause: { _ in })
        let restored = LogHouse(database: database, keys: town.keys, sequencer: sequencer)
        try await restored.append(60)
        try await witness(restored, by: city) { witnessing in
            let fault = await #expect(throws: WitnessingFault.self) { try await witnessing.run(at: noon) }
            #expect(fault?.description.contains("已见过 100 条的日志") == true)
        }
    }

    @Test("a witness that answers with somebody else's signature is not believed")
    func wrongKey() async throws {
        let (town, city) = (try await LogHouse.open("town/journal", entries: 3), try await LogHouse.open())
        let other = try CosignerKey(name: key.key.name)
        try await witness(town, by: city, as: other) { witnessing in
            await #expect(throws: LogFault.self) { try await witnessing.run(at: noon) }
        }
        #expect(try await sizes(in: town).isEmpty)
    }

    /// The city serves on a port of its own while the town asks it.
    private func witness(
        _ town: LogHouse, by city: LogHouse, as other: CosignerKey? = nil,
        _ body: @escaping @Sendable (Witnessing) async throws -> Void
    ) async throws {
        let expected = try key.key.verifier()
        let application = city.application(witness: other ?? key, of: town.keys.verifiers)
        try await application.test(.live) { server in
            let url = "http://127.0.0.1:\(server.port ?? 0)/api/v1/witness"
            // Beside hundreds of other tests an answer may take longer than a witness has.
            let remote = RemoteWitnesses([RemoteWitness(url: url, verifier: expected)], limitSeconds: 600)
            do {
                try await body(Witnessing(by: remote, keys: town.keys, database: town.database))
            } catch {
                try await remote.close()
                throw error
            }
            try await remote.close()
        }
    }

    private func sizes(in town: LogHouse) async throws -> [Int] {
        try await town.database.read {
            try $0.rows("SELECT size FROM journal_cosignature ORDER BY size LIMIT 100").map {
                try $0.int("size")
            }
        }
    }
}
