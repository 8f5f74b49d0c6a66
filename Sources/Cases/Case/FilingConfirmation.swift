import WorkingTime

/// How the person in whose name a clerk files has said yes to it (申请人确认).
public struct FilingConfirmation: Codable, Sendable, Hashable {
    /// By what it is known that it was the applicant.
    public enum Way: String, Codable, Sendable, CaseIterable {
        case cardReader = "card_reader"
        case cardSeen = "card_seen"
        case agentCard = "agent_card"
        case code

        /// The words a person reads. Minben reads no card itself: of what was compared face to face it knows only what the
        /// clerk says, and says so.
        public var chinese: String {
            switch self {
            case .cardReader: "当面确认，窗口人员登记：已用读卡器核对本人身份证"
            case .cardSeen: "当面确认，窗口人员登记：已核对本人身份证原件"
            case .agentCard: "经办人当面确认，窗口人员登记：已核对身份证和单位的授权"
            case .code: "用发给本人的确认码确认"
            }
        }

        /// What can be recorded by whoever has the applicant in front of them.
        public static func faceToFace(_ kind: Applicant.Kind) -> [Way] {
            kind == .person ? [.cardReader, .cardSeen] : [.agentCard]
        }
    }

    /// How.
    public let way: Way
    /// The clerk who recorded it.
    public let recordedBy: String
    /// When.
    public let confirmedAt: Instant

    /// A confirmation.
    public init(_ way: Way, recordedBy: String, at confirmedAt: Instant) {
        (self.way, self.recordedBy, self.confirmedAt) = (way, recordedBy, confirmedAt)
    }

    /// How, by whom and when.
    public var words: String { "\(way.chinese)（\(recordedBy)，\(confirmedAt.chinese)）" }
}
