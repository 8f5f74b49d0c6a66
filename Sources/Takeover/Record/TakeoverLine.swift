/// One line of what is taken over: somebody of the staff, or a case.
struct TakeoverLine: Sendable, Hashable {
    /// What would become of it, or has become of it.
    enum Verdict: String, Sendable, Hashable, CaseIterable {
        /// Not looked at yet.
        case open
        /// It would be taken over.
        case new
        /// It is here already, and is left as it is.
        case known
        /// It is left out, and should be.
        case skipped
        /// It cannot be taken over.
        case wrong
        case taken
        case undone
        /// It was to be undone and stays, because something is built on it.
        case kept

        /// The word people read.
        var chinese: String {
            switch self {
            case .open: "未核对"
            case .new: "可迁入"
            case .known: "已有"
            case .skipped: "不迁入"
            case .wrong: "有误"
            case .taken: "已迁入"
            case .undone: "已撤销"
            case .kept: "保留"
            }
        }
    }

    /// Ours.
    let id: Int64
    /// The line of the file, from 1.
    let number: Int
    /// What it is known by.
    let name: String
    /// The cells as JSON; empty once they are not needed.
    var content: String
    var verdict: Verdict
    /// Why, or what it will be.
    var words: String
    /// The account it has become.
    var accountID: Int64?
    /// The number of the case it has become.
    var caseNumber: String?
}
