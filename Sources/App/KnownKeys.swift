import Cryptography
import Storage

/// What the database remembers of the keys it was written with, so that it is never opened with others: what another
/// ring sealed in it, nobody with this one could read.
enum KnownKeys {
    private static let prefix = "keyring/"

    /// Compares the ring with what is remembered, and remembers what is new.
    ///
    /// - Throws: ``ConfigurationError`` when a key is another, or is missing in the ring.
    static func check(_ ring: Keyring, in database: Database) async throws {
        let known = try await database.secretNames(beginning: prefix)
        let missing = known.subtracting(ring.keys.map { prefix + $0.title })
        var mistakes = missing.sorted().map { "密钥环里缺少密钥 \($0.dropFirst(prefix.count))，数据库用它加密过" }
        for key in ring.keys {
            let fingerprint = Array(try key.fingerprint().utf8)
            let remembered = try await database.secret(named: prefix + key.title) { fingerprint }
            if remembered != fingerprint { mistakes.append("密钥 \(key.title) 不是数据库所用的那一个") }
        }
        guard mistakes.isEmpty else {
            throw ConfigurationError(mistakes: mistakes + ["请恢复这个数据库原来的密钥环文件；有几个节点时，各节点用同一个文件（keyring）"])
        }
    }
}
