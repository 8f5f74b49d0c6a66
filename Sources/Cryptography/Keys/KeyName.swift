/// Which key of a purpose: its suite and version, written `sm:1`.
public struct KeyName: Sendable, Hashable, Codable {
    /// The algorithms it is for.
    public let suite: CipherSuite
    /// Counted from 1 within purpose and suite.
    public let version: Int

    /// The name of a key.
    public init(_ suite: CipherSuite, _ version: Int) {
        (self.suite, self.version) = (suite, version)
    }

    init?(suite: some StringProtocol, version: some StringProtocol) {
        guard let suite = CipherSuite(rawValue: String(suite)), let version = Int(version), version > 0
        else { return nil }
        self.init(suite, version)
    }
}

extension KeyName: CustomStringConvertible {
    /// As it stands in front of what was sealed with it.
    public var description: String { "\(suite.rawValue):\(version)" }
}
