/// Which family of algorithms protects what is kept.
public enum CipherSuite: String, Sendable, Hashable, Codable, CaseIterable {
    /// SM4-CTR, then HMAC-SM3 (GB/T 32907, GB/T 32905): what 密码法 art. 27 and GB/T 39786 ask of systems like this.
    case sm
    /// AES-256-GCM and HMAC-SHA256.
    case international

    /// The algorithms, for people.
    public var words: String {
        switch self {
        case .sm: "国密（SM4-CTR + HMAC-SM3）"
        case .international: "国际（AES-256-GCM + HMAC-SHA256）"
        }
    }
}
