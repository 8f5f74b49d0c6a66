import Foundation
import Refusals
import Testing

@testable import Cryptography

@Suite("Key rings")
struct KeyringTests {
    @Test("a key in use is not retired, an unknown one neither, and none twice")
    func retiring() throws {
        var ring = try Keyring.make(atMilliseconds: 0)
        #expect(throws: DomainError.conflict("密钥 \("sealing:sm:1") 正在使用，先用 rotate 换上新的。")) {
            try ring.retire("sealing:sm:1", atMilliseconds: 5)
        }
        #expect(throws: DomainError.notFound("密钥环里没有密钥 \("sealing:sm:2")。")) {
            try ring.retire("sealing:sm:2", atMilliseconds: 5)
        }
        try ring.rotate(.sealing, .sm, beginsAtMilliseconds: 10, atMilliseconds: 5)
        // The next one has not begun yet.
        #expect(throws: DomainError.self) { try ring.retire("sealing:sm:1", atMilliseconds: 5) }
        try ring.retire("sealing:sm:1", atMilliseconds: 10)
        #expect(throws: DomainError.conflict("密钥 \("sealing:sm:1") 已经停用。")) {
            try ring.retire("sealing:sm:1", atMilliseconds: 11)
        }
        let place = Place("person", "phone", row: 1)
        let before = try Sealer(Keyring(keys: ring.keys), suite: .sm, atMilliseconds: 10)
        #expect(
            try before.open(
                before.seal("x", at: place, to: .init(sealing: KeyName(.sm, 1), indexing: nil)), at: place)
                == "x")
    }

    @Test("a new key is known at once and used from its beginning on")
    func beginning() throws {
        var ring = try Keyring.make(atMilliseconds: 0)
        try ring.rotate(.sealing, .sm, beginsAtMilliseconds: 100, atMilliseconds: 5)
        #expect(try Sealer(ring, suite: .sm, atMilliseconds: 99).target.sealing == KeyName(.sm, 1))
        #expect(try Sealer(ring, suite: .sm, atMilliseconds: 100).target.sealing == KeyName(.sm, 2))
        #expect(try Sealer(ring, suite: .sm, atMilliseconds: 100).target.indexing == KeyName(.sm, 1))
        #expect(ring.keys(for: .sealing).count == 3)
    }

    @Test("a ring without a key of the suite is refused")
    func missing() {
        #expect(throws: CryptographyError.keyring("没有可用的 sealing:sm 密钥。")) {
            try Sealer(Keyring(keys: []), suite: .sm, atMilliseconds: 1)
        }
    }

    @Test("a ring comes back from its file, which only its owner may read")
    func file() throws {
        try withFile { file in
            #expect(try file.read() == nil)
            let made = try file.readOrCreate(atMilliseconds: 1_795_000_000_000)
            #expect(made.isNew)
            #expect(try file.readOrCreate(atMilliseconds: 2).isNew == false)
            let read = try #require(try file.read())
            #expect(read.keys.map(\.title) == made.ring.keys.map(\.title))
            #expect(zip(read.keys, made.ring.keys).allSatisfy { $0.secret.isSame(as: $1.secret) })
            #expect(read.keys.allSatisfy { $0.createdAtMilliseconds == 1_795_000_000_000 })
            let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            #expect(try file.create(Keyring.make(atMilliseconds: 3)) == false)
            var changed = read
            try changed.rotate(.indexing, .international, beginsAtMilliseconds: 4, atMilliseconds: 4)
            try file.replace(with: changed)
            #expect(try file.read()?.keys.count == 5)
            // Nothing is left of what was written beside it.
            let folder = (file.path as NSString).deletingLastPathComponent
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["keyring.json"])
        }
    }

    @Test("a file that others may read is refused", arguments: [0o640, 0o604, 0o660])
    func mode(_ mode: Int) throws {
        try withFile { file in
            _ = try file.readOrCreate(atMilliseconds: 1)
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
            #expect(throws: CryptographyError.keyring("\(file.path) 别人也能读，请先执行 chmod 600。")) {
                try file.read()
            }
        }
    }

    @Test(
        "a damaged file is refused, and says nothing of what is in it",
        arguments: [
            ("minben-keyring-1", "minben-keyring-9"), ("\"none\"", "\"pkcs11:a\""),
            ("\"version\" : 1", "\"version\" : 0"),
            ("\"secret\" : \"", "\"secret\" : \"AAAA"), ("\"created\" : \"", "\"created\" : \"x"), ("{", "["),
            ("\"fingerprint\" : \"", "\"fingerprint\" : \"0"),
        ])
    func damaged(_ old: String, _ new: String) throws {
        try withFile { file in
            _ = try file.readOrCreate(atMilliseconds: 1)
            let text = try String(contentsOfFile: file.path, encoding: .utf8)
            #expect(text.contains(old))
            try Data(text.replacing(old, with: new).utf8).write(to: URL(fileURLWithPath: file.path))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
            let error = #expect(throws: CryptographyError.self) { try file.read() }
            #expect(error?.description.contains("AAAA") == false)
        }
    }

    @Test("those who start at once agree on one ring")
    func together() async throws {
        try await withFile { file in
            let rings = try await withThrowingTaskGroup(of: Keyring.self) { group in
                for _ in 0..<16 { group.addTask { try file.readOrCreate(atMilliseconds: 1).ring } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let prints = Set(try rings.map { try $0.keys.map { try $0.fingerprint() } })
            #expect(prints.count == 1)
        }
    }

    private func withFile(_ body: (KeyFile) throws -> Void) throws {
        let folder = try Self.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(KeyFile(path: folder.appending(path: "keyring.json").path))
    }

    private func withFile(_ body: (KeyFile) async throws -> Void) async throws {
        let folder = try Self.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(KeyFile(path: folder.appending(path: "keyring.json").path))
    }

    private static func folder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "keyring-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }
}
