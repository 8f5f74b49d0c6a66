import Cryptography
import Foundation
import Logging
import Storage
import Testing

@testable import App

@Suite("An installation and its keys")
struct KeyringSettingsTests {
    private func mistakes(_ options: [String: String]) -> [String] {
        do {
            _ = try Configuration.resolve(options: options, environment: [:], file: nil)
            return []
        } catch { return (error as? ConfigurationError)?.mistakes ?? ["\(error)"] }
    }

    @Test("an unknown suite is refused")
    func suite() {
        #expect(mistakes(["crypto_suite": "des"]) == ["crypto_suite 应为 sm、international 或 plain，不是 des"])
        for suite in ["sm", "international", "plain"] { #expect(mistakes(["crypto_suite": suite]).isEmpty) }
    }

    @Test("nobody need be told where the ring is: the first node makes one beside its data")
    func shared() {
        let address = "postgres://minben@db/minben"
        #expect(mistakes(["database": address]).isEmpty)
        #expect(mistakes(["database": address, "keyring": "/etc/minben/keyring.json"]).isEmpty)
    }

    @Test("a token is described whole, and its PIN is not repeated")
    func token() throws {
        #expect(mistakes(["keyring_pin": "1234"]).count == 1)
        let whole = [
            "keyring_library": "/usr/lib/softhsm/libsofthsm2.so", "keyring_token": "minben",
            "keyring_token_key": "minben", "keyring_pin": "geheim",
        ]
        let configuration = try Configuration.resolve(options: whole, environment: [:], file: nil)
        #expect(!"\(configuration.keys)".contains("geheim"))
    }

    @Test("a ring that is not where the settings say is not made there")
    func absent() async throws {
        try await withFolder { folder in
            var configuration = Configuration()
            configuration.dataDirectory = folder.path
            let path = folder.appending(path: "elsewhere.json").path
            configuration.keys = try Configuration.resolve(
                options: ["keyring": path], environment: [:], file: nil
            ).keys
            #expect(await words(configuration) == "配置有误：没有密钥环 \(path)，请用 minben keys make 生成，或从备份恢复")
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test("a database is not opened with other keys than it was written with, and is again with its own")
    func otherRing() async throws {
        try await withFolder { folder in
            var configuration = Configuration()
            configuration.dataDirectory = folder.path
            let ring = folder.appending(path: "keyring.json")
            #expect(await words(configuration) == "it started")
            let kept = try Data(contentsOf: ring)
            try FileManager.default.removeItem(at: ring)
            let refusal = await words(configuration)
            #expect(refusal.contains("密钥 sealing:sm:1 不是数据库所用的那一个"), "\(refusal)")
            #expect(refusal.contains("请恢复这个数据库原来的密钥环文件"))
            try kept.write(to: ring)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: ring.path)
            #expect(await words(configuration) == "it started")
        }
    }

    private func words(_ configuration: Configuration) async -> String {
        do {
            let installation = try await Installation.open(configuration, logger: Logger(label: "test"))
            try await installation.node.end()
            try installation.database.close()
            return "it started"
        } catch { return "\(error)" }
    }

    private func withFolder(_ body: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "minben-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try await body(folder)
    }
}
