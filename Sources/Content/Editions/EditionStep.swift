/// The step of an edition that waits, by the names of its process.
enum EditionStep: String, Sendable, CaseIterable {
    case draft, review, sign

    /// The word people read.
    var chinese: String {
        switch self {
        case .draft: "撰写"
        case .review: "待审核"
        case .sign: "待签发"
        }
    }
}
