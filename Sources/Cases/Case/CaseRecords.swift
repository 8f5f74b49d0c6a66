import WorkingTime

/// A file tied to a material requirement of the case.
public struct FiledMaterial: Codable, Sendable, Hashable {
    /// Id of the requirement in the plan.
    public let requirement: String
    /// The uploaded file.
    public let fileID: Int64
    /// The file's name.
    public let name: String
    /// When it came in: at filing, or as supplement.
    public let filedAt: Instant

    /// A file for a requirement.
    public init(requirement: String, fileID: Int64, name: String, filedAt: Instant) {
        self.requirement = requirement
        self.fileID = fileID
        self.name = name
        self.filedAt = filedAt
    }
}

/// The one request for what is missing (一次性补正告知).
public struct EvidenceRequest: Codable, Sendable, Hashable {
    /// One thing that is missing, and who found it.
    public struct Item: Codable, Sendable, Hashable {
        /// Id of the material requirement; `nil` when it is not about a material.
        public let requirement: String?
        /// What is missing, in words.
        public let words: String
        /// The organ that found it.
        public let organ: String
    }

    /// Everything that is missing.
    public let items: [Item]
    /// Who sent it.
    public let sentBy: Signatory
    /// When it was sent.
    public let sentAt: Instant
    /// When the applicant answered.
    public internal(set) var suppliedAt: Instant?
}

/// How the case ended.
public struct CaseResult: Codable, Sendable, Hashable {
    /// The substance of the decision.
    public enum Outcome: String, Codable, Sendable, CaseIterable {
        case granted, denied
        /// A joint service of which some items were granted and some were not.
        case partial
        case refused, withdrawn
        /// It ended without a decision, by order of the organ.
        case terminated
        /// A question put to an organ was answered, whatever the answer was.
        case answered

        /// The word a person reads.
        public var chinese: String {
            switch self {
            case .granted: "准予"
            case .denied: "不予许可"
            case .partial: "部分准予"
            case .refused: "不予受理"
            case .withdrawn: "申请人撤回"
            case .terminated: "终止办理"
            case .answered: "已答复"
            }
        }
    }

    /// The substance.
    public let outcome: Outcome
    /// Reasons, always given when it is not granted (行政许可法 art. 38).
    public let reason: String?
    /// Who decided.
    public let decidedBy: Signatory?
    /// When.
    public let decidedAt: Instant
}

/// What the applicant thought of it (好差评).
public struct Rating: Codable, Sendable, Hashable {
    /// 5 非常满意 … 1 非常不满意.
    public let grade: Int
    /// In their own words.
    public let comment: String?
    /// When.
    public let ratedAt: Instant
    /// What they ticked, by code; nil in ratings from before it could be said.
    public let reasons: [String]?
    /// How the rating came in: `page`, `api`, `kiosk`, `sms`; nil in ratings from before that was kept.
    public let channel: String?

    /// What somebody says of how a matter was handled.
    public init(
        grade: Int, comment: String?, ratedAt: Instant, reasons: [String]? = nil, channel: String? = nil
    ) {
        (self.grade, self.comment, self.ratedAt) = (grade, comment, ratedAt)
        (self.reasons, self.channel) = (reasons, channel)
    }

    /// What may be ticked besides a grade: its code, and its words.
    public static let reasons: [(code: String, label: String)] = [
        ("slow", "办理时间长"), ("attitude", "服务态度不好"), ("repeated", "跑了多次"), ("materials", "要求提交多余的材料"),
        ("unclear", "办事指南写得不清楚"), ("system", "系统不好用"), ("fees", "收费不合理"), ("helpful", "工作人员热心"),
        ("quick", "办得快"),
    ]

    /// The five grades, best first.
    public static let grades: [(value: Int, label: String)] = [
        (5, "非常满意"), (4, "满意"), (3, "基本满意"), (2, "不满意"), (1, "非常不满意"),
    ]

    /// The word of this grade.
    public var label: String { Self.grades.first { $0.value == grade }?.label ?? "" }
}

/// A timer of the process that waits to fire.
public struct CaseTimer: Sendable, Hashable {
    /// The activity it is attached to.
    public internal(set) var activity: Int
    /// The boundary event's id.
    public let boundary: String
    /// The clock that decides when it fires.
    public let clock: CaseClock.Name?
    /// From when its own time counts; `nil` where it follows a clock.
    public internal(set) var startedAt: Instant?
    /// Version of the working-day calendar that reckoned `dueAt`; `nil` where none was needed.
    public internal(set) var calendarVersion: Int?
    /// When it fires; `nil` while its clock stands still, it is suspended, or it has failed.
    public internal(set) var dueAt: Instant?
}
