extension PersonalMandate.Relation {
    /// The word a person reads: what the agent is to the principal.
    public var chinese: String {
        switch self {
        case .child: "子女"
        case .parent: "父母"
        case .spouse: "配偶"
        case .relative: "其他亲属"
        case .other: "其他人或组织"
        }
    }
}

extension PersonalMandate.Basis {
    /// The word a person reads.
    public var chinese: String {
        switch self {
        case .consent: "本人同意"
        case .minor: "未成年人监护"
        case .incapacity: "无民事行为能力或限制民事行为能力成年人监护"
        }
    }
}
