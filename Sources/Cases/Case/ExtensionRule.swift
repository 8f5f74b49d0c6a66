import WorkingTime

/// By how much a decision may be put off, and who must approve it.
public struct ExtensionRule: Codable, Sendable, Hashable {
    /// How much longer it may take; 0 where the law lets nothing be put off.
    public let limit: TimeLimit
    /// Role whose holder approves: `head` of the organ, `leader` of the government.
    public let approver: String
    /// The article it rests on, as shown to the applicant.
    public let basis: String

    /// A rule of extension.
    public init(limit: TimeLimit, approver: String, basis: String) {
        self.limit = limit
        self.approver = approver
        self.basis = basis
    }

    /// 行政许可法 art. 42(1): ten working days, once, by the head of the organ.
    public static let singleOrgan = ExtensionRule(
        limit: TimeLimit(value: 10, unit: .workingDay), approver: "head",
        basis: "《行政许可法》第四十二条第一款")
    /// 行政许可法 art. 42(2): fifteen working days, by the head of the government at that level.
    public static let joint = ExtensionRule(
        limit: TimeLimit(value: 15, unit: .workingDay), approver: "leader",
        basis: "《行政许可法》第四十二条第二款")
}

extension Case {
    /// The clock that may be put off: that of the law, or the promise where the plan says so and no law sets a limit.
    public var extendableClock: CaseClock? {
        guard plan.extensionRule.limit.value > 0 else { return nil }
        if let legal = clock(.legal), legal.limit != nil { return legal }
        guard plan.extendsPromise == true, let promised = clock(.promised) else { return nil }
        return promised.limit == nil ? nil : promised
    }
}
