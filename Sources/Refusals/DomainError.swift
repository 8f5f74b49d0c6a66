/// Every way a rule may refuse, in words the person can read.
///
/// `Web` turns it into a page or an RFC 9457 problem in one place. Anything else that is thrown is a
/// fault of ours: it is logged with the request id, and the visitor sees only that id.
public enum DomainError: Error, Sendable, Hashable {
    /// The thing does not exist, or this person may not see it: both look the same (404).
    case notFound(Sentence)
    /// Nobody is signed in, or the session has ended (401).
    case signInRequired(Sentence)
    /// The person may see it but not do this (403).
    case forbidden(Sentence)
    /// The thing is not in a state in which this can be done, or someone else was first (409).
    case conflict(Sentence)
    /// What was entered cannot be taken; one entry for each field (422).
    case invalid([FieldError])
    /// Too many attempts; when to come back, in seconds (429).
    case tooMany(Sentence, retryAfterSeconds: Int)
    /// The request itself cannot be understood: broken JSON, a forged form token (400).
    case malformed(Sentence)
    /// What was sent is larger than allowed (413).
    case tooLarge(Sentence)
}

/// What is wrong with one field, in the same words wherever it is shown.
public struct FieldError: Error, Sendable, Hashable {
    /// The field's name as it stands in the form or in the API, for example `form.phone`.
    public let field: String
    /// What is wrong and what to do about it.
    public let sentence: Sentence

    /// What is wrong with a field.
    public init(_ field: String, _ sentence: Sentence) {
        self.field = field
        self.sentence = sentence
    }
}

extension DomainError {
    /// One field that cannot be taken.
    public static func invalid(_ field: String, _ sentence: Sentence) -> DomainError {
        .invalid([FieldError(field, sentence)])
    }

    /// The sentence that stands for the whole refusal.
    public var sentence: Sentence {
        switch self {
        case .notFound(let sentence), .signInRequired(let sentence), .forbidden(let sentence),
            .conflict(let sentence), .tooMany(let sentence, _), .malformed(let sentence),
            .tooLarge(let sentence):
            sentence
        case .invalid(let fields):
            fields.count == 1 ? fields[0].sentence : "有 \(fields.count) 处需要更正。"
        }
    }
}
