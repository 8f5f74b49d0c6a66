import Cryptography
import Foundation
import WorkingTime

/// Where the keys of personal columns are, and which algorithms they are used with.
public struct KeyringSettings: Sendable, Hashable {
    /// The file; empty: `keyring.json` in the data directory.
    public private(set) var path = ""
    /// What is written with; nil: plain text, as the first step of an upgrade without downtime or the last of giving
    /// encryption up.
    public private(set) var suite: CipherSuite? = .sm
    /// The token that unwraps the keys in the file, when there is one.
    public private(set) var token: TokenSettings?

    /// A token behind PKCS #11.
    public struct TokenSettings: Sendable, Hashable {
        /// The path of its library.
        public var library = ""
        /// Its label.
        public var label = ""
        /// The label of the key in it.
        public var key = ""
        /// What opens it.
        var pin = ""
    }

    static let names = [
        "keyring", "crypto_suite", "keyring_library", "keyring_token", "keyring_token_key", "keyring_pin",
    ]

    /// A file in the data directory, and the algorithms of the State.
    public init() {}

    mutating func set(_ name: String, _ value: String, _ mistakes: inout [String]) {
        switch name {
        case "keyring": path = value
        case "crypto_suite":
            suite = CipherSuite(rawValue: value)
            guard suite == nil, value != "plain" else { return }
            mistakes.append("crypto_suite 应为 sm、international 或 plain，不是 \(value)")
        default:
            var token = token ?? TokenSettings()
            switch name {
            case "keyring_library": token.library = value
            case "keyring_token": token.label = value
            case "keyring_token_key": token.key = value
            default: token.pin = value
            }
            self.token = token
        }
    }

    /// Several nodes share one ring; a node with one of its own is kept from starting by what the database knows of the
    /// keys (``KnownKeys``), so that nothing need be set for a single one.
    func check(_ mistakes: inout [String]) {
        if let token, [token.library, token.label, token.key, token.pin].contains("") {
            mistakes.append("keyring_library、keyring_token、keyring_token_key 和 keyring_pin 要一起设置")
        }
    }

    /// The file of the ring.
    func source(dataDirectory: String) throws -> KeyFile {
        let file =
            path.isEmpty
            ? URL(fileURLWithPath: dataDirectory, isDirectory: true).appending(path: "keyring.json").path
            : path
        guard let token else { return KeyFile(path: file) }
        return KeyFile(
            path: file,
            wrapping: try TokenWrapping(
                library: token.library, token: token.label, key: token.key, pin: Secret(Array(token.pin.utf8))
            ))
    }

    /// The ring. One in the data directory is made at the first start, with a path of its own it must be there.
    /// - Throws: `CryptographyError`; ``ConfigurationError`` when there is none.
    func open(dataDirectory: String, now: Instant) throws -> Keyring {
        let source = try source(dataDirectory: dataDirectory)
        if path.isEmpty { return try source.readOrCreate(atMilliseconds: now.milliseconds).ring }
        guard let ring = try source.read() else {
            throw ConfigurationError(mistakes: ["没有密钥环 \(path)，请用 minben keys make 生成，或从备份恢复"])
        }
        return ring
    }
}

extension KeyringSettings.TokenSettings: CustomStringConvertible {
    /// Without what opens it.
    public var description: String { "\(library) \(label) \(key)" }
}
