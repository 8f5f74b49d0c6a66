import COpenSSL

/// Bytes that must not be known: overwritten when the last reference ends, and never printed.
public final class Secret: @unchecked Sendable {
    // Written only while it is made, so that it can be read from everywhere.
    private let storage: UnsafeMutableRawBufferPointer

    /// A copy of the bytes. Whoever has the original sees to it.
    public convenience init(_ bytes: some Collection<UInt8>) {
        self.init(count: bytes.count) { $0.copyBytes(from: bytes) }
    }

    /// As many bytes at random.
    /// - Throws: ``CryptographyError/unavailable(_:)`` when the system has no randomness.
    public static func random(count: Int) throws -> Secret {
        var filled = false
        let secret = Secret(count: count) { filled = Randomness.fill($0) }
        guard filled else { throw CryptographyError.unavailable("随机数") }
        return secret
    }

    private init(count: Int, fill: (UnsafeMutableRawBufferPointer) -> Void) {
        storage = .allocate(byteCount: max(count, 1), alignment: 16)
        fill(UnsafeMutableRawBufferPointer(rebasing: storage.prefix(count)))
        self.count = count
    }

    /// Overwrites bytes of somebody else's that are no longer needed.
    static func erase(_ bytes: UnsafeMutableRawBufferPointer) {
        OPENSSL_cleanse(bytes.baseAddress, bytes.count)
    }

    deinit {
        Self.erase(storage)
        storage.deallocate()
    }

    /// How many bytes.
    public let count: Int

    /// Lends the bytes; they must not leave the closure.
    public func withBytes<T>(_ body: (UnsafeRawBufferPointer) throws -> T) rethrows -> T {
        try body(UnsafeRawBufferPointer(rebasing: storage.prefix(count)))
    }

    /// Whether both are the same, in a time that tells nothing about where they differ.
    public func isSame(as other: Secret) -> Bool {
        withBytes { mine in other.withBytes { ConstantTime.areEqual(mine, $0) } }
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Nothing of the bytes.
    public var description: String { "（机密）" }
    /// Nothing of the bytes.
    public var debugDescription: String { description }
    /// Nothing of the bytes.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
