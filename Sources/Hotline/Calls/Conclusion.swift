import Refusals
import WorkingTime

/// What came of a call.
struct Conclusion: Sendable, Hashable {
    enum Outcome: String, Sendable, CaseIterable {
        /// A ticket was written.
        case ticket
        /// What was asked was answered at once.
        case answered
        /// It was handed over to the police, the fire brigade or the ambulance.
        case emergency
        /// There was nothing to be done.
        case other
    }

    let outcome: Outcome
    /// The ticket's number (empty when it is kept from whoever looks at calls), or 110, 119, 120, or why nothing was
    /// to be done.
    let key: String
    /// What was asked and answered.
    var note: String?
    let at: Instant
    /// The number of the ticket that was written after the handover of an emergency, like ``key`` of a ticket.
    var ticket: String?

    static let longestNote = 2_000

    /// The emergencies, with what they are called.
    static let emergencies = [("110", "警情"), ("119", "火情"), ("120", "急救")]
    /// Why nothing was to be done.
    static let reasons = [
        ("silent", "无声、挂断"), ("wrong", "拨错号码"), ("nuisance", "骚扰"), ("asked_again", "催办，已转告"),
        ("elsewhere", "不属于热线，已说明途径"),
    ]

    /// Handed over at once (紧急事项立即转接).
    ///
    /// - Throws: `invalid` for a service that is none.
    static func emergency(_ service: String, note: String, at now: Instant) throws -> Conclusion {
        guard emergencies.contains(where: { $0.0 == service }) else {
            throw DomainError.invalid("service", "请选择转接 110、119 还是 120。")
        }
        try requireShort(note, "note")
        return Conclusion(outcome: .emergency, key: service, note: note.isEmpty ? nil : note, at: now)
    }

    /// Answered at once, from the knowledge base or from what the agent knows.
    ///
    /// - Parameter entry: the entry it comes from; empty for none.
    /// - Throws: `invalid` without the question or the answer.
    static func answered(_ question: String, _ words: String, entry: String, at now: Instant) throws
        -> Conclusion
    {
        var errors: [FieldError] = []
        if question.count < 2 { errors.append(FieldError("question", "请写明问的是什么。")) }
        if words.count < 2 { errors.append(FieldError("words", "请写明怎样答复。")) }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
        try requireShort(question, "question")
        try requireShort(words, "words")
        return Conclusion(outcome: .answered, key: entry, note: "问：\(question)\n答：\(words)", at: now)
    }

    /// Nothing was to be done.
    ///
    /// - Throws: `invalid` for a reason that is none.
    static func other(_ reason: String, at now: Instant) throws -> Conclusion {
        guard reasons.contains(where: { $0.0 == reason }) else {
            throw DomainError.invalid("reason", "请选择为什么不用登记。")
        }
        return Conclusion(outcome: .other, key: reason, at: now)
    }

    private static func requireShort(_ text: String, _ field: String) throws {
        guard text.count <= longestNote else {
            throw DomainError.invalid(field, "最多 \(longestNote) 字，请精简。")
        }
    }

    /// Police, fire brigade and ambulance do not answer for the organs: what is left for them becomes a ticket.
    var awaitsTicket: Bool { outcome == .emergency && ticket == nil }

    /// In a word.
    var chinese: String {
        switch outcome {
        case .ticket: "已登记工单"
        case .answered: "当场答复"
        case .emergency: "转接 \(key)"
        case .other: Self.reasons.first { $0.0 == key }?.1 ?? "不用登记"
        }
    }
}
