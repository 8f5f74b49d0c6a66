/// What a cosignature says besides the checkpoint: as of when the witness had seen no larger tree of the log.
public enum Cosignature {
    /// The time of a cosignature, in seconds since 1970; nil when it is none.
    public static func seconds(of signature: [UInt8]) -> Int64? {
        guard signature.count == 8 + 64 else { return nil }
        return Int64(exactly: signature.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }

    static func message(_ checkpoint: String, seconds: Int64) -> String {
        "cosignature/v1\ntime \(seconds)\n\(checkpoint)"
    }

    static func bytes(of seconds: Int64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: seconds >> (56 - 8 * $0)) }
    }
}
