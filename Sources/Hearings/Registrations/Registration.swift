import Refusals
import WorkingTime

/// Somebody who wants to take part in a hearing, and does when the draw says so.
struct Registration: Sendable, Hashable {
    enum State: String, Sendable { case registered, withdrawn, chosen, reserve }

    /// What became of the record at the end.
    enum Signature: String, Sendable, CaseIterable {
        case signed, absent, refused

        var chinese: String {
            switch self {
            case .signed: "已签字"
            case .absent: "缺席"
            case .refused: "拒绝签字"
            }
        }
    }

    let id: Int64
    let hearingID: Int64
    let number: Int
    let role: String
    let accountID: Int64
    let personID: Int64
    /// As it is published: the family name alone.
    let name: String
    let state: State
    /// From 1; nil before the draw.
    let place: Int?
    /// Why somebody on the list does not come, as the office knows it.
    let goneReason: String?
    let signature: Signature?
    let signatureReason: String?
    let signedAt: Instant?

    /// What somebody thinks of the matter, checked.
    ///
    /// - Throws: `invalid` at the field.
    static func checked(role: String, _ view: String, of hearing: Hearing) throws {
        var errors: [FieldError] = []
        if !hearing.facts.seats.contains(where: { $0.code == role && $0.seats > 0 }) {
            errors.append(FieldError("role", "请从列出的类别中选择。"))
        }
        if !(5...1_000).contains(view.count) {
            errors.append(FieldError("view", "请写明您的主要观点，5 到 1000 字。"))
        }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
    }

    /// Whether they sign the record: whoever only listens does not hold it up.
    var signs: Bool { state == .chosen && role != HearingRules.observer }

    /// What came of it, as open data says it.
    var outcome: String {
        switch state {
        case .chosen: "参加"
        case .reserve, .registered: "递补"
        case .withdrawn: "不能到场"
        }
    }
}
