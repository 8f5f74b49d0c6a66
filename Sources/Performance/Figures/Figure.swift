/// The named figures that formulas may ask for. Each is a number of things that happened on a day; a period has the sum of
/// its days. What is finished never changes its day nor its organ, so that the same cases always give the same figures.
enum Figure: String, Sendable, Hashable, CaseIterable {
    case filed
    case closed
    case refused
    case promisedEnded = "promised_ended"
    case promisedKept = "promised_kept"
    case promisedLate = "promised_late"
    case promisedUsed = "promised_used_permille"
    case legalEnded = "legal_ended"
    case legalKept = "legal_kept"
    case legalLate = "legal_late"
    case tasksDone = "tasks_done"
    case tasksLate = "tasks_late"
    case supplements
    case warnings
    case yellowCards = "yellow_cards"
    case redCards = "red_cards"
    case deemedAccepted = "deemed_accepted"
    case ordersDue = "orders_due"
    case ordersLate = "orders_late"
    case rated
    case satisfied
    case unsatisfied
    case requestsEnded = "requests_ended"
    case requestsSaid = "requests_said"
    case requestsSolved = "requests_solved"
    case requestsUnsolved = "requests_unsolved"
    case accountabilityDecisions = "accountability_decisions"

    /// What it counts, in words.
    var chinese: String {
        switch self {
        case .filed: "收到的办件"
        case .closed: "办结的办件"
        case .refused: "其中不予受理"
        case .promisedEnded: "有承诺时限的办结件"
        case .promisedKept: "在承诺时限内办结"
        case .promisedLate: "超过承诺时限"
        case .promisedUsed: "用去承诺时限的千分数之和"
        case .legalEnded: "有法定时限的办结件"
        case .legalKept: "在法定时限内办结"
        case .legalLate: "超过法定时限"
        case .tasksDone: "完成的步骤"
        case .tasksLate: "超过步骤时限"
        case .supplements: "要求补正"
        case .warnings: "预警"
        case .yellowCards: "黄牌"
        case .redCards: "红牌"
        case .deemedAccepted: "逾期视为受理"
        case .ordersDue: "本期到期的督办"
        case .ordersLate: "其中没有按期办结"
        case .rated: "收到的评价"
        case .satisfied: "基本满意及以上"
        case .unsatisfied: "不满意和非常不满意"
        case .requestsEnded: "办结的群众诉求"
        case .requestsSaid: "诉求人说了是否解决"
        case .requestsSolved: "诉求人说已经解决"
        case .requestsUnsolved: "诉求人说没有解决"
        case .accountabilityDecisions: "人员受到问责"
        }
    }

    /// What it is a part of, and so never more than.
    var whole: Figure? {
        switch self {
        case .refused: .closed
        case .promisedKept, .promisedLate: .promisedEnded
        case .legalKept, .legalLate: .legalEnded
        case .tasksLate, .supplements: .tasksDone
        case .ordersLate: .ordersDue
        case .satisfied, .unsatisfied: .rated
        case .requestsSaid: .requestsEnded
        case .requestsSolved, .requestsUnsolved: .requestsSaid
        default: nil
        }
    }

    /// Whether it is known of single persons and so of offices, and not of organs alone.
    var isOfPersons: Bool { [.tasksDone, .tasksLate, .supplements].contains(self) }
    /// Whether it can be opened to the cases behind it; a sum of shares cannot.
    var hasCases: Bool { self != .promisedUsed }

    /// Where one of the things it counts opens: a signal by itself, as it may be about what is done elsewhere and has no
    /// case here; who was held to account by the inquiry.
    func page(_ id: Int64, _ number: String) -> String? {
        switch self {
        case .warnings, .yellowCards, .redCards, .deemedAccepted: "/desk/supervision/signals/\(id)"
        case .accountabilityDecisions: "/desk/accountability/\(id)"
        default: number.isEmpty ? nil : "/desk/cases/\(number)"
        }
    }
}

extension Figure {
    /// Whether it stays among officers: in an organ and a month hardly anybody is held to account, and whoever knows the
    /// organ would read from the number who it was.
    var isConfidential: Bool { self == .accountabilityDecisions }
}

/// Whose figures they are: an organ's (no post, account 0), an office's (the same with the office), or those of a person at
/// a post of it, in an office or in none.
struct FigureOwner: Sendable, Hashable {
    let organ: String
    var post = ""
    var accountID: Int64 = 0
    /// The key of the office (科室); empty for none.
    var office = ""
}

/// Figures of several, added up.
typealias FigureSums = [FigureOwner: [Figure: Int]]

extension FigureSums {
    mutating func add(_ amount: Int, _ figure: Figure, to owner: FigureOwner) {
        guard amount != 0 else { return }
        self[owner, default: [:]][figure, default: 0] += amount
    }

    mutating func add(_ other: FigureSums) {
        merge(other) { mine, theirs in mine.merging(theirs, uniquingKeysWith: +) }
    }
}
