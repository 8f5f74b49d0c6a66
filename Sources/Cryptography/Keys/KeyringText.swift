import Foundation
import WorkingTime

/// A ring as its file spells it: JSON, one object for each key, its secret wrapped.
struct KeyringText: Codable {
    struct Key: Codable {
        let purpose: RingKey.Purpose
        let suite: CipherSuite
        let version: Int
        let created: String
        let begins: String
        let retired: String?
        let fingerprint: String
        let secret: String
    }

    static let format = "minben-keyring-1"
    let format: String
    let wrapping: String
    let keys: [Key]

    init(_ ring: Keyring, wrapping: any KeyWrapping) throws {
        format = Self.format
        self.wrapping = wrapping.name
        keys = try ring.keys.map { key in
            Key(
                purpose: key.purpose, suite: key.name.suite, version: key.name.version,
                created: Self.text(key.createdAtMilliseconds), begins: Self.text(key.beginsAtMilliseconds),
                retired: key.retiredAtMilliseconds.map(Self.text), fingerprint: try key.fingerprint(),
                secret: Base64URL.text(try wrapping.wrap(key.secret, title: key.title)))
        }
    }

    /// The ring, each key compared with its fingerprint: a damaged secret must not seal anything.
    func ring(wrapping: any KeyWrapping) throws -> Keyring {
        guard format == Self.format else { throw CryptographyError.keyring("不认识的格式 \(format)。") }
        guard self.wrapping == wrapping.name else {
            throw CryptographyError.keyring("密钥由 \(self.wrapping) 封装，不是 \(wrapping.name)。")
        }
        return Keyring(keys: try keys.map { try Self.key($0, wrapping) })
    }

    private static func key(_ text: Key, _ wrapping: any KeyWrapping) throws -> RingKey {
        let title = "\(text.purpose.rawValue):\(text.suite.rawValue):\(text.version)"
        guard let wrapped = Base64URL.bytes(text.secret[...].utf8), text.version > 0,
            let created = milliseconds(text.created), let begins = milliseconds(text.begins)
        else { throw CryptographyError.keyring("密钥 \(title) 的写法不对。") }
        let key = RingKey(
            purpose: text.purpose, name: KeyName(text.suite, text.version), createdAtMilliseconds: created,
            beginsAtMilliseconds: begins, retiredAtMilliseconds: text.retired.flatMap(milliseconds),
            secret: try wrapping.unwrap(wrapped, title: title))
        guard key.secret.count == RingKey.secretLength, try key.fingerprint() == text.fingerprint,
            (text.retired == nil) == (key.retiredAtMilliseconds == nil)
        else { throw CryptographyError.keyring("密钥 \(title) 已损坏。") }
        return key
    }

    private static func text(_ milliseconds: Int64) -> String { Instant(milliseconds: milliseconds).rfc3339 }

    private static func milliseconds(_ text: String) -> Int64? { Instant(rfc3339: text)?.milliseconds }
}
