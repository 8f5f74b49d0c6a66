/// Why the law lets a decision clock stand still.
public enum SuspensionReason: String, Codable, Sendable, CaseIterable {
    case hearing, tender, auction, inspection, testing, quarantine, appraisal, expert_review, site_visit
    case third_party

    /// The word of the law; all but the last two are listed in 行政许可法 art. 45.
    public var chinese: String {
        switch self {
        case .hearing: "听证"
        case .tender: "招标"
        case .auction: "拍卖"
        case .inspection: "检验"
        case .testing: "检测"
        case .quarantine: "检疫"
        case .appraisal: "鉴定"
        case .expert_review: "专家评审"
        case .site_visit: "现场核查"
        case .third_party: "征求第三方意见"
        }
    }
}
