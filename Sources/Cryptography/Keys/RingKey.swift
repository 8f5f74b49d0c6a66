/// One key of a ring: a secret with what it is for and when it is used.
public struct RingKey: Sendable {
    /// What a key is for; one that seals never indexes.
    public enum Purpose: String, Sendable, Hashable, Codable, CaseIterable {
        /// Encrypts values.
        case sealing
        /// Makes the codes by which values are found.
        case indexing
    }

    /// How long a secret is, in bytes.
    public static let secretLength = 32

    /// What it is for.
    public let purpose: Purpose
    /// Which of its purpose.
    public let name: KeyName
    /// When it was made, in milliseconds since 1970.
    public let createdAtMilliseconds: Int64
    /// From when on it is written with. Later than it was made when several nodes have to learn of it first.
    public let beginsAtMilliseconds: Int64
    /// Since when nothing is written with it; what it sealed is still opened.
    public internal(set) var retiredAtMilliseconds: Int64?
    /// The secret that the keys in use are derived from.
    public let secret: Secret

    /// Four bytes of a code made with it: tells two nodes whether they have the same key, and nobody which one.
    public func fingerprint() throws -> String {
        let code = try name.suite.authentication(under: secret).code(Array("minben/fingerprint".utf8))
        return Hexadecimal.text(code.prefix(4))
    }

    /// What people and files call it: `sealing:sm:1`.
    public var title: String { "\(purpose.rawValue):\(name)" }
}

extension RingKey {
    /// A key for one use, out of this one. Who learns it learns nothing of the ring, and two uses nothing of each other.
    ///
    /// - Parameter use: names the use, and never changes for it.
    /// - Throws: ``CryptographyError/unavailable(_:)`` when the suite's algorithms are missing.
    public func derived(for use: String) throws -> Secret { try name.suite.key(for: use, from: secret) }
}
