/// The signature algorithms that are offered, by their numbers in the COSE registry (RFC 9053, RFC 8812).
public enum COSEAlgorithm: Int, Sendable, Hashable, CaseIterable {
    /// ECDSA over P-256 with SHA-256.
    case es256 = -7
    /// Ed25519.
    case eddsa = -8
    /// RSASSA-PKCS1-v1_5 with SHA-256, of Windows Hello on older machines.
    case rs256 = -257
}
