import Foundation
import Testing

@testable import Cryptography

enum TestToken {
    static let library = ProcessInfo.processInfo.environment["MINBEN_TEST_TOKEN"]
}

/// A token that ./test has made with SoftHSM: label `minben`, PIN `1234`. Its library looks for its configuration in
/// the environment, which must be there before the process begins.
@Suite("A key ring behind a token", .serialized, .enabled(if: TestToken.library != nil))
struct TokenTests {
    private func wrapping(
        token: String = "minben", key: String = "minben-test", pin: String = "1234", makesKey: Bool = true
    ) throws -> TokenWrapping {
        try TokenWrapping(
            library: try #require(TestToken.library), token: token, key: key, pin: Secret(Array(pin.utf8)),
            makesKey: makesKey)
    }

    @Test("another library, token or key is refused in plain words")
    func refused() throws {
        #expect(throws: CryptographyError.keyring("没有名为 elsewhere 的密码设备。")) {
            try wrapping(token: "elsewhere")
        }
        #expect(throws: CryptographyError.keyring("密码设备 minben 里没有名为 none 的密钥。")) {
            try wrapping(key: "none", makesKey: false)
        }
        #expect(throws: CryptographyError.keyring("打不开 PKCS #11 库 /nowhere.so。")) {
            try TokenWrapping(library: "/nowhere.so", token: "minben", key: "k", pin: Secret([]))
        }
    }

    @Test("a ring is wrapped by the token, and its file opens nothing without it")
    func wrapped() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "token-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "keyring.json").path
        let made = try KeyFile(path: path, wrapping: wrapping()).readOrCreate(atMilliseconds: 1).ring
        let read = try #require(try KeyFile(path: path, wrapping: wrapping(makesKey: false)).read())
        #expect(zip(read.keys, made.keys).allSatisfy { $0.secret.isSame(as: $1.secret) })
        #expect(throws: CryptographyError.self) { try KeyFile(path: path).read() }
        #expect(throws: CryptographyError.self) {
            try KeyFile(path: path, wrapping: wrapping(key: "minben-other")).read()
        }
        let text = try String(contentsOfFile: path, encoding: .utf8)
        for key in made.keys { #expect(!text.contains(key.secret.withBytes { Base64URL.text(Array($0)) })) }
    }

    @Test("a wrapped secret does not open as another key, nor when it was changed")
    func moved() throws {
        let token = try wrapping()
        let secret = try Secret.random(count: 32)
        var wrapped = try token.wrap(secret, title: "sealing:sm:1")
        #expect(try token.unwrap(wrapped, title: "sealing:sm:1").isSame(as: secret))
        #expect(throws: CryptographyError.self) { try token.unwrap(wrapped, title: "indexing:sm:1") }
        wrapped[20] ^= 1
        #expect(throws: CryptographyError.self) { try token.unwrap(wrapped, title: "sealing:sm:1") }
        #expect(throws: CryptographyError.self) { try token.unwrap([1], title: "sealing:sm:1") }
    }
}
