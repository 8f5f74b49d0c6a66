import Cases
import DecisionModel

/// The processes on which requests run; also what tells them from other matters.
enum RequestProcess: String, CaseIterable, Sendable {
    /// A ticket of the hotline.
    case ticket = "service-request"
    /// A petition.
    case petition
    /// The review of an opinion on a petition, and the review of that.
    case review = "petition-review"

    init(_ track: Track) { self = track == .ticket ? .ticket : .petition }

    /// What a matter of it is called.
    var chinese: String {
        switch self {
        case .ticket: "群众诉求"
        case .petition: "信访事项"
        case .review: "信访复查复核"
        }
    }
}

extension Case {
    /// Which of them it runs on; nil for every other matter.
    var requestProcess: RequestProcess? { RequestProcess(rawValue: plan.process) }

    /// One of the answers of its form; empty where there is none.
    func said(_ field: RequestField) -> String {
        guard case .string(let text) = form[field.rawValue] else { return "" }
        return text
    }

    /// The steps that ended with an organ sending it back.
    var objections: [CaseTask] {
        tasks.filter { $0.element == Objection.element && $0.outcome == Objection.outcome }
    }

    /// How often an organ has sent it back.
    var returns: Int { objections.count }
}

/// What is kept of a request in its case, by name.
enum RequestField: String, Sendable {
    case origin, title, content, category, kind, place, division, point, people, representatives, against,
        round,
        earlier, call, urgent, received, turn
    case isPublic = "is_public"
    /// Said by an office of its own accord: what stands for a name is the organ's.
    case isOffice = "is_office"
}
