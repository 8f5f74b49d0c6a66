import Journal
import Refusals
import Services
import WorkingTime

/// What an enterprise says in a year, once for all organs, and what each organ finds of it.
struct InspectionFiling: Sendable, Hashable, Identifiable {
    let id: Int64
    let planID: Int64
    let year: Int
    /// The enterprise's credit code.
    let code: String
    /// Its name.
    let name: String
    let accountID: Int64
    let filedBy: String
    let filedAt: Instant
    let answers: FormAnswers
    /// The questions whose answers of the year before were confirmed.
    let carried: Set<String>
    var parts: [InspectionPart]

    /// What all organs together amount to; nil while one of them has not decided.
    var outcome: InspectionPart.State? {
        guard parts.allSatisfy(\.state.isFinal) else { return nil }
        return parts.allSatisfy { $0.state == .passed } ? .passed : .failed
    }

    /// The part of an organ.
    subscript(organ: String) -> InspectionPart? { parts.first { $0.organ == organ } }

    /// Changes the part of an organ by one of its rules.
    ///
    /// - Throws: `notFound` when the organ has none; what the rule throws.
    mutating func change(_ organ: String, _ rule: (inout InspectionPart) throws -> Void) throws {
        guard let index = parts.firstIndex(where: { $0.organ == organ }) else {
            throw DomainError.notFound("这次年检没有您部门的内容。")
        }
        try rule(&parts[index])
    }

    /// Whoever filed for the enterprise does not examine it (公务员法 art. 76).
    ///
    /// - Throws: `forbidden`.
    func requireOther(than actor: Actor) throws {
        guard actor.accountID != accountID else {
            throw DomainError.forbidden("这份年检是您申报的，请由其他人审查。")
        }
    }
}
