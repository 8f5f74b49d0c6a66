import Storage
import WorkingTime

/// A draft for programs.
struct ConsultationJSON: Encodable, Sendable {
    struct Part: Encodable, Sendable {
        let anchor: String
        let heading: String
        let text: String
        let because: [Int]
    }

    let id: String
    let title: String
    let organ: String
    let purpose: String
    let state: String
    let opens_on: CivilDate?
    let closes_on: CivilDate
    let short_reason: String?
    let version: Int
    let outcome: String?
    let passages: [Part]?

    init(_ one: Consultation, passages: [Passage]? = nil) {
        (id, title, organ) = (String(one.id), one.facts.title, one.organ)
        (purpose, state, version) = (one.facts.purpose, one.state.rawValue, one.version)
        (opens_on, closes_on) = (one.opensOn, one.facts.closesOn)
        (short_reason, outcome) = (one.facts.shortReason, one.outcome)
        self.passages = passages?.map {
            Part(anchor: $0.anchor, heading: $0.heading, text: $0.words, because: $0.because)
        }
    }
}

/// A comment for programs.
struct CommentJSON: Encodable, Sendable {
    let number: Int
    let anchor: String
    let text: String
    let author: String
    let created_at: String
    let supports: Int
    let state: String
    let version: Int?
    let outcome: String?
    let reason: String?

    init(_ comment: PublicComment) {
        (number, anchor, text) = (comment.number, comment.anchor, comment.words)
        (author, supports, state) = (comment.author, comment.supports, comment.state.rawValue)
        (created_at, version) = (comment.createdAt.rfc3339, comment.version)
        (outcome, reason) = (comment.answer?.outcome.rawValue, comment.answer?.reason)
    }
}

/// What a program says in somebody's name.
struct NewCommentJSON: Codable, Sendable {
    let text: String
    let anchor: String?
}

/// What became of it.
struct SaidJSON: Encodable, Sendable {
    let number: Int
    let joined: Bool
}
