/// What a message is for, as far as that decides by which ways it goes and when.
public enum MessageKind: String, Sendable, Codable, CaseIterable {
    /// What the law demands to be told or served: acceptance, correction, decision with reasons (行政许可法 art. 32, 38).
    case service
    /// What happens to the account itself.
    case security
    /// How a matter goes on.
    case progress
    /// What waits for a member of the staff.
    case work
    /// The invitation to rate how a matter was handled.
    case rating
    /// Anything else.
    case other

    /// The kind in words.
    public var chinese: String {
        switch self {
        case .service: "依法告知和送达"
        case .security: "账号安全"
        case .progress: "办理进度"
        case .work: "工作提醒"
        case .rating: "评价邀请"
        case .other: "其他消息"
        }
    }

    /// What belongs to it, in words.
    public var explanation: String {
        switch self {
        case .service: "受理、补正、准予或者不予许可等，法律要求告知您，不能关闭短信。"
        case .security: "登录、密码和授权的变化，立即发送，不能关闭短信。"
        case .progress: "暂停、恢复和延长办理时限等。"
        case .work: "工作人员的待办和催办。"
        case .rating: "办结后请您评价。"
        case .other: "不属于以上各类的消息。"
        }
    }

    /// Whether nobody can switch off that it is sent by SMS.
    public var isBinding: Bool { self == .service || self == .security }
    /// Whether it is sent in quiet hours too.
    public var isUrgent: Bool { self == .security }
}

/// A way out of the house.
public enum OutwardChannel: String, Sendable, Codable, CaseIterable {
    /// To a mobile telephone.
    case sms
    /// To a mail address.
    case mail

    /// The way in words.
    public var chinese: String { self == .sms ? "短信" : "邮件" }
}
