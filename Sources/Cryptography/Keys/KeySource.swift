/// Where the keys of an installation come from: a file here, a device behind the same seam elsewhere.
public protocol KeySource: Sendable {
    /// The ring; nil when there is none yet.
    /// - Throws: ``CryptographyError`` when it is there and cannot be used.
    func read() throws -> Keyring?

    /// Keeps a new ring.
    /// - Returns: false when there is one already, which stays as it is.
    func create(_ ring: Keyring) throws -> Bool

    /// Keeps a changed ring in the place of the present one.
    func replace(with ring: Keyring) throws
}

extension KeySource {
    /// The ring, made when there is none. Two processes that start at once agree on one.
    ///
    /// - Parameter now: in milliseconds since 1970.
    /// - Returns: the ring, and whether it was made now.
    public func readOrCreate(atMilliseconds now: Int64) throws -> (ring: Keyring, isNew: Bool) {
        if let ring = try read() { return (ring, false) }
        let ring = try Keyring.make(atMilliseconds: now)
        if try create(ring) { return (ring, true) }
        guard let other = try read() else { throw CryptographyError.keyring("密钥环文件读不出来。") }
        return (other, false)
    }
}

/// How the secrets in a file are wrapped, so that the file alone opens nothing.
public protocol KeyWrapping: Sendable {
    /// What the file says it is wrapped with; a file of another wrapping is refused.
    var name: String { get }

    /// The secret as the file keeps it.
    ///
    /// - Parameter title: which key it is; it must be the same to unwrap.
    func wrap(_ secret: Secret, title: String) throws -> [UInt8]

    /// The secret that the file keeps.
    func unwrap(_ wrapped: [UInt8], title: String) throws -> Secret
}

/// Secrets as they are: the file's mode 0600 is all that guards them.
public struct Unwrapped: KeyWrapping {
    /// Nothing to set up.
    public init() {}

    /// `none`.
    public var name: String { "none" }

    /// The bytes themselves.
    public func wrap(_ secret: Secret, title: String) throws -> [UInt8] { secret.withBytes { Array($0) } }

    /// The bytes themselves.
    public func unwrap(_ wrapped: [UInt8], title: String) throws -> Secret { Secret(wrapped) }
}
