import CArgon2

/// Password hashing by Argon2id (RFC 9106), written in the PHC string format.
enum Argon2id {
    /// What one hash costs.
    struct Cost: Sendable {
        let memoryKiB: UInt32
        let passes: UInt32
        let lanes: UInt32

        /// 19 MiB and two passes, about 15 ms: OWASP's recommendation for interactive sign-in.
        static let standard = Cost(memoryKiB: 19_456, passes: 2, lanes: 1)
        /// The least the algorithm allows, for tests that sign in often.
        static let least = Cost(memoryKiB: 8, passes: 1, lanes: 1)
    }

    /// The library refused, in its own words: out of memory, or a parameter out of range.
    struct Failure: Error {
        let reason: String
    }

    private static let saltBytes = 16
    private static let hashBytes = 32

    /// Hashes a password with a fresh salt.
    static func hash(_ password: String, cost: Cost) throws -> String {
        let salt = Randomness.bytes(saltBytes)
        let length = argon2_encodedlen(
            cost.passes, cost.memoryKiB, cost.lanes, UInt32(saltBytes), UInt32(hashBytes), Argon2_id)
        var encoded = [CChar](repeating: 0, count: length)
        let code = argon2id_hash_encoded(
            cost.passes, cost.memoryKiB, cost.lanes, password, password.utf8.count, salt, saltBytes,
            hashBytes, &encoded, length)
        guard code == ARGON2_OK.rawValue else { throw failure(code) }
        return String(decoding: encoded.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Whether a password is the one behind a hash; compares in constant time.
    static func verify(_ password: String, against encoded: String) throws -> Bool {
        let code = argon2id_verify(encoded, password, password.utf8.count)
        if code == ARGON2_VERIFY_MISMATCH.rawValue { return false }
        guard code == ARGON2_OK.rawValue else { throw failure(code) }
        return true
    }

    private static func failure(_ code: Int32) -> Failure {
        Failure(reason: String(cString: argon2_error_message(code)))
    }
}
