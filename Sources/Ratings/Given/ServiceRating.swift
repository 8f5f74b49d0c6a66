import Cases
import Refusals
import WorkingTime

/// What somebody said of how they were served.
struct ServiceRating: Sendable, Hashable, Identifiable {
    /// What it is about.
    enum Source: String, Sendable, CaseIterable {
        /// How a case was handled.
        case matter = "case"
        /// A visit to a window.
        case counter
        /// A visit to the hall.
        case hall
        /// A call.
        case hotline
    }

    let id: Int64
    /// The case number, or the code of the visit.
    let subject: String
    let source: Source
    let organ: String
    let item: String
    let place: String
    /// 5 非常满意 … 1 非常不满意.
    let grade: Int
    let reasons: [String]
    let words: String?
    let channel: String
    let ratedAt: Instant

    /// The last two grades are bad (差评).
    var isBad: Bool { grade <= 2 }

    var label: String { Rating.grades.first { $0.value == grade }?.label ?? "" }

    /// What was ticked, in words.
    var reasonWords: String {
        Rating.reasons.filter { reasons.contains($0.code) }.map(\.label).joined(separator: "、")
    }
}

extension ServiceRating.Source {
    /// The source in words.
    var chinese: String {
        switch self {
        case .matter: "办件"
        case .counter: "窗口"
        case .hall: "大厅"
        case .hotline: "热线"
        }
    }
}
