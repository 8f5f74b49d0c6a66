/// Seals the personal columns of a database and opens them, with the keys of one key ring.
public struct Sealer: Sendable {
    /// The keys that are used for what is written now.
    public struct Target: Sendable, Hashable, Codable {
        /// The key that seals; nil: nothing is sealed.
        public let sealing: KeyName?
        /// The key that indexes; nil: nothing is indexed.
        public let indexing: KeyName?

        /// Keys to write with.
        public init(sealing: KeyName?, indexing: KeyName?) {
            (self.sealing, self.indexing) = (sealing, indexing)
        }
    }

    /// One without keys: it writes plain text, and opens nothing that was sealed.
    public static let plain = Sealer()

    /// What is written with now.
    public let target: Target
    private let ciphers: [KeyName: any SealingCipher]
    private let indexing: [KeyName: Secret]

    private init() {
        (target, ciphers, indexing) = (Target(sealing: nil, indexing: nil), [:], [:])
    }

    /// A sealer with every key of the ring, that writes with the newest of a suite.
    ///
    /// - Parameters:
    ///   - suite: nil: it writes plain text, and still opens what was sealed.
    ///   - now: in milliseconds since 1970; a key that begins later is not written with yet.
    /// - Throws: ``CryptographyError/keyring(_:)`` when the ring has no key of the suite.
    public init(_ ring: Keyring, suite: CipherSuite?, atMilliseconds now: Int64) throws {
        target = Target(
            sealing: try suite.map { try ring.current(.sealing, $0, atMilliseconds: now).name },
            indexing: try suite.map { try ring.current(.indexing, $0, atMilliseconds: now).name })
        ciphers = try ring.keys(for: .sealing).mapValues { try $0.name.suite.cipher(under: $0.secret) }
        indexing = ring.keys(for: .indexing).mapValues(\.secret)
    }

    /// The text as a column at this place keeps it.
    ///
    /// - Parameter other: keys to write with instead of the present ones.
    /// - Throws: ``CryptographyError/malformed(_:)`` when a text that is not to be sealed looks like a sealed one.
    public func seal(_ text: String, at place: Place, to other: Target? = nil) throws -> String {
        guard let name = (other ?? target).sealing else {
            guard !SealedText.isMarked(text) else { throw CryptographyError.malformed("明文") }
            return text
        }
        let content = try cipher(name).seal(Array(text.utf8), bound: SealedText.bound(name, place))
        return SealedText(key: name, content: content).text
    }

    /// The text that was sealed at this place. One from before anything was sealed is what it is.
    ///
    /// - Throws: ``CryptographyError``: it was changed or moved, or its key is not in the ring.
    public func open(_ text: String, at place: Place) throws -> String {
        guard SealedText.isMarked(text) else { return text }
        let sealed = try SealedText(text)
        let bytes = try cipher(sealed.key).open(
            sealed.content, bound: SealedText.bound(sealed.key, place))
        guard let opened = String(validating: bytes, as: UTF8.self) else {
            throw CryptographyError.malformed("密文")
        }
        return opened
    }

    /// Whether a text in a column is as this target would write it.
    public static func isWritten(_ text: String, with target: Target) -> Bool {
        guard let name = target.sealing else { return !SealedText.isMarked(text) }
        return text.utf8.starts(with: "\(SealedText.mark)\(name):".utf8)
    }

    /// The code of a value in an index, for the row that is written; nil when nothing is indexed.
    public func code(_ value: String, in index: BlindIndex, to other: Target? = nil) throws -> String? {
        try (other ?? target).indexing.map { try code(value, in: index, with: $0) }
    }

    /// The codes a value may have in an index, by all keys of the ring: what is looked for.
    public func codes(_ value: String, in index: BlindIndex) throws -> [String] {
        try indexing.keys.sorted { "\($0)" < "\($1)" }.map { try code(value, in: index, with: $0) }
    }

    private func code(_ value: String, in index: BlindIndex, with name: KeyName) throws -> String {
        guard let secret = indexing[name] else { throw CryptographyError.unknownKey("indexing \(name)") }
        let key = try name.suite.key(for: index.use, from: secret)
        let code = try name.suite.authentication(under: key).code(index.normalised(value))
        return "\(name):\(Base64URL.text(Array(code.prefix(index.byteCount))))"
    }

    private func cipher(_ name: KeyName) throws -> any SealingCipher {
        guard let cipher = ciphers[name] else { throw CryptographyError.unknownKey("sealing \(name)") }
        return cipher
    }
}
