/// Where a licence stands on a day.
public enum Standing: String, Sendable, CaseIterable {
    /// In force.
    case valid
    /// Not to be used until the organ lifts it (暂停).
    case suspended
    /// Taken away (吊销) or undone because it should not have been issued (撤销).
    case revoked
    /// Ended in an orderly way (注销).
    case cancelled
    /// Its last day is over.
    case expired

    /// The word people read.
    public var chinese: String {
        switch self {
        case .valid: "有效"
        case .suspended: "已暂停"
        case .revoked: "已吊销或撤销"
        case .cancelled: "已注销"
        case .expired: "已过期"
        }
    }
}

/// Why a licence was taken away.
public enum RevocationGround: String, Sendable, Codable, CaseIterable {
    /// 吊销: a penalty for what the holder did.
    case penalty
    /// 撤销: it should not have been issued, for example to this person.
    case annulment

    /// The word people read.
    public var chinese: String {
        switch self {
        case .penalty: "吊销"
        case .annulment: "撤销"
        }
    }
}
