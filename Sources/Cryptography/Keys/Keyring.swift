import Refusals

/// The keys of an installation. Without them its personal columns are lost, so it is kept apart from the database
/// and as well as the database.
public struct Keyring: Sendable {
    /// All keys, the older before the newer.
    public private(set) var keys: [RingKey]

    /// A ring with these keys.
    public init(keys: [RingKey]) { self.keys = keys }

    /// A new ring with one key for each purpose and suite, so that to change the suite is a setting and nothing else.
    /// - Throws: ``CryptographyError/unavailable(_:)`` when the system has no randomness.
    public static func make(atMilliseconds now: Int64) throws -> Keyring {
        var ring = Keyring(keys: [])
        for suite in CipherSuite.allCases {
            for purpose in RingKey.Purpose.allCases {
                try ring.rotate(purpose, suite, beginsAtMilliseconds: now, atMilliseconds: now)
            }
        }
        return ring
    }

    /// The key to write with.
    /// - Throws: ``CryptographyError/keyring(_:)`` when there is none.
    public func current(
        _ purpose: RingKey.Purpose, _ suite: CipherSuite, atMilliseconds now: Int64
    ) throws -> RingKey {
        let usable = keys.last {
            $0.purpose == purpose && $0.name.suite == suite && $0.retiredAtMilliseconds == nil
                && $0.beginsAtMilliseconds <= now
        }
        guard let usable else {
            throw CryptographyError.keyring("没有可用的 \(purpose.rawValue):\(suite.rawValue) 密钥。")
        }
        return usable
    }

    /// The keys of a purpose by name, retired ones too.
    public func keys(for purpose: RingKey.Purpose) -> [KeyName: RingKey] {
        Dictionary(keys.filter { $0.purpose == purpose }.map { ($0.name, $0) }) { _, last in last }
    }

    /// Adds the next version of a key.
    ///
    /// - Parameter begin: from when on it is written with.
    /// - Returns: the new key.
    @discardableResult
    public mutating func rotate(
        _ purpose: RingKey.Purpose, _ suite: CipherSuite, beginsAtMilliseconds begin: Int64,
        atMilliseconds now: Int64
    ) throws -> RingKey {
        let last = keys(for: purpose).keys.filter { $0.suite == suite }.map(\.version).max() ?? 0
        let key = RingKey(
            purpose: purpose, name: KeyName(suite, last + 1), createdAtMilliseconds: now,
            beginsAtMilliseconds: max(begin, now), retiredAtMilliseconds: nil,
            secret: try Secret.random(count: RingKey.secretLength))
        keys.append(key)
        return key
    }

    /// Takes a key out of use. What it sealed is still opened: a key is never thrown away while a copy of the database
    /// may need it.
    ///
    /// - Throws: `notFound`; `conflict` when it is retired already, or when nothing of its kind would be left.
    public mutating func retire(_ title: String, atMilliseconds now: Int64) throws {
        guard let place = keys.firstIndex(where: { $0.title == title }) else {
            throw DomainError.notFound("密钥环里没有密钥 \(title)。")
        }
        guard keys[place].retiredAtMilliseconds == nil else {
            throw DomainError.conflict("密钥 \(title) 已经停用。")
        }
        let isReplaced = keys.contains {
            $0.purpose == keys[place].purpose && $0.name.suite == keys[place].name.suite
                && $0.name.version > keys[place].name.version && $0.retiredAtMilliseconds == nil
                && $0.beginsAtMilliseconds <= now
        }
        guard isReplaced else { throw DomainError.conflict("密钥 \(title) 正在使用，先用 rotate 换上新的。") }
        keys[place].retiredAtMilliseconds = now
    }
}
