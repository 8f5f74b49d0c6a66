import COpenSSL

/// Bytes nobody can foresee, from OpenSSL's generator.
public enum Randomness {
    /// As many bytes.
    /// - Throws: ``CryptographyError/unavailable(_:)`` when the system has no randomness.
    public static func bytes(_ count: Int) throws -> [UInt8] {
        var filled = false
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            filled = fill(UnsafeMutableRawBufferPointer(buffer))
            initialized = filled ? count : 0
        }
        guard filled else { throw CryptographyError.unavailable("随机数") }
        return bytes
    }

    static func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Bool {
        guard let count = Int32(exactly: buffer.count) else { return false }
        return RAND_bytes(buffer.assumingMemoryBound(to: UInt8.self).baseAddress, count) == 1
    }
}

/// Comparisons whose time does not depend on where the difference is.
public enum ConstantTime {
    /// Whether both are the same bytes; only the lengths may be told apart by time.
    public static func areEqual(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
        guard a.count == b.count else { return false }
        guard let left = a.baseAddress, let right = b.baseAddress else { return true }
        return CRYPTO_memcmp(left, right, a.count) == 0
    }

    /// Whether both are the same bytes; only the lengths may be told apart by time.
    public static func areEqual(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        a.withUnsafeBytes { left in b.withUnsafeBytes { areEqual(left, $0) } }
    }
}
