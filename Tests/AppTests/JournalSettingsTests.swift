import App
import Foundation
import Logging
import Storage
import Testing

@Suite("The journal's log is set up")
struct JournalSettingsTests {
    @Test("what cannot be a witness, a log or a name is named with the other mistakes")
    func mistakes() {
        let error = #expect(throws: ConfigurationError.self) {
            try Configuration.resolve(
                options: [:], environment: ["MINBEN_JOURNAL_ORIGIN": "a name"],
                file: "journal_witnesses: [\"ftp://city key\"]\nwitnessed_logs: [nonsense]")
        }
        #expect(error?.mistakes.count == 4)
    }

    @Test("a key is made at the first start, for its owner alone, and kept from then on")
    func firstStart() async throws {
        try await withData { data in
            try await start(["data": data.path, "public_url": "https://minben.example:8443"])
            let file = data.appending(path: "journal.key")
            let secret = try String(contentsOf: file, encoding: .utf8)
            #expect(secret.hasPrefix("PRIVATE+KEY+minben.example:8443/journal+"))
            let permissions = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
            #expect((permissions as? NSNumber)?.intValue == 0o600)
            try await start(["data": data.path])
            #expect(try String(contentsOf: file, encoding: .utf8) == secret)
        }
    }

    @Test("a log never takes another name in silence")
    func otherName() async throws {
        try await withData { data in
            try await start(["data": data.path, "journal_origin": "one/journal"])
            let error = await #expect(throws: ConfigurationError.self) {
                try await start(["data": data.path, "journal_origin": "two/journal"])
            }
            #expect(error?.description.contains("却属于 one/journal") == true)
        }
    }

    private func start(_ options: [String: String]) async throws {
        let configuration = try Configuration.resolve(options: options, environment: [:], file: nil)
        let installation = try await Installation.open(configuration, logger: Logger(label: "test"))
        try await installation.node.end()
        try installation.database.close()
    }

    private func withData(_ body: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "log-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder)
    }
}
