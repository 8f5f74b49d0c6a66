/// What is done with an original.
enum PaperAction: Sendable, Hashable {
    case handOver(String)
    case takeBack, sign, giveBack

    /// What the journal calls it.
    var journal: String {
        switch self {
        case .handOver: "paper.handed_over"
        case .takeBack: "paper.taken_back"
        case .sign: "paper.signed"
        case .giveBack: "paper.returned"
        }
    }

    var chinese: String {
        switch self {
        case .handOver: "交出"
        case .takeBack: "收回"
        case .sign: "签收"
        case .giveBack: "退还"
        }
    }
}
