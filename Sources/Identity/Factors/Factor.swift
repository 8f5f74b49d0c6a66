/// A way in which somebody proved who they are when a session began or since.
public enum Factor: String, Sendable, Hashable, Codable, CaseIterable {
    /// Something known: the password.
    case password
    /// Something owned: the one-time code of a telephone (RFC 6238).
    case totp
    /// A recovery code, in place of the telephone.
    case recovery
    /// A passkey: something owned, and a fingerprint, a face or a PIN that it verified.
    case passkey
    /// A certificate in a key with a PIN, as the gateway saw it.
    case certificate
    /// The consent of the person, given on the telephone, to a session at a kiosk.
    case kiosk

    /// The factor in Chinese.
    public var chinese: String {
        switch self {
        case .password: "密码"
        case .totp: "动态口令"
        case .recovery: "恢复码"
        case .passkey: "通行密钥"
        case .certificate: "数字证书"
        case .kiosk: "手机确认"
        }
    }
}

/// The factors of one session, kept as one text.
struct Factors: Sendable, Hashable, RawRepresentable {
    let all: [Factor]

    init(_ all: Factor...) { self.all = all }

    init(all: [Factor]) { self.all = all }

    /// - Returns: `nil` when one of them is not known.
    init?(rawValue: String) {
        let all = rawValue.split(separator: "+").map { Factor(rawValue: String($0)) }
        guard !all.contains(nil) else { return nil }
        self.all = all.compactMap(\.self)
    }

    var rawValue: String { all.map(\.rawValue).joined(separator: "+") }

    /// `密码＋动态口令`.
    var chinese: String { all.map(\.chinese).joined(separator: "＋") }
}
