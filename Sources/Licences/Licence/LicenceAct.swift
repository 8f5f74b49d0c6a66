import Cases
import Journal
import WorkingTime

/// One thing that was done with a licence.
public struct LicenceAct: Sendable, Hashable {
    /// What was done.
    public enum Kind: String, Sendable, Codable {
        case issued, suspended, resumed, cancelled
        case revocationAsked = "revocation_asked"
        case revocationDeclined = "revocation_declined"
        case revoked

        /// The word people read.
        public var chinese: String {
            switch self {
            case .issued: "签发"
            case .suspended: "暂停"
            case .resumed: "恢复"
            case .cancelled: "注销"
            case .revocationAsked: "提出吊销或撤销"
            case .revocationDeclined: "不同意吊销或撤销"
            case .revoked: "吊销或撤销"
            }
        }

        /// Whether the holder hears of it: not of what is only considered.
        var isTold: Bool { self == .suspended || self == .resumed || self == .cancelled || self == .revoked }
    }

    /// What was done.
    public let kind: Kind
    /// Why.
    public let reason: String?
    /// Who did it.
    public let by: Signatory
    /// When.
    public let at: Instant

    init(_ kind: Kind, _ reason: String?, by: Signatory, at: Instant) {
        (self.kind, self.reason, self.by, self.at) = (kind, reason, by, at)
    }

    init(_ kind: Kind, _ reason: String?, by actor: Actor, at: Instant) {
        self.init(kind, reason, by: Signatory(accountID: actor.accountID, name: actor.name), at: at)
    }
}
