import Cases
import Codes
import Government
import Identity
import Services
import Storage

/// What the government already knows of an applicant and therefore does not ask again
/// (国务院关于在线政务服务的若干规定).
public struct Prefilling: Sendable {
    let person: Person?
    let entity: LegalEntity?
    var licences = LicenceFacts.none

    /// The answers to the item's questions that are known, in their stored form.
    public func answers(for item: ServiceItem) -> FormAnswers {
        item.fields.reduce(into: [:]) { answers, field in
            let value = field.prefill.flatMap(value) ?? field.licence.flatMap { licences.value(of: $0) }
            // What the question does not take, such as a street of another district, is left to the person.
            answers[field.name] = value.flatMap(field.known)
        }
    }

    private func value(of prefill: Prefill) -> String? {
        switch prefill {
        case .personName: person?.name
        case .personIdentityNumber: person?.identityNumber.text
        case .personPhone: person?.phone
        case .personAddress: person?.address
        case .personDivision: person?.division.text
        case .entityName: entity?.name
        case .entityCreditCode: entity?.creditCode.text
        case .entityLegalRepresentative: entity?.legalRepresentative
        case .entityAddress: entity?.address
        case .entityPhone: entity?.phone
        case .entityDivision: entity?.division.text
        }
    }
}

extension Prefill {
    /// The register it comes from, as it stands behind 来自.
    var provenance: String { rawValue.hasPrefix("person.") ? "：人口基础信息" : "：市场主体登记信息" }
}

extension FormField {
    /// Where what the government fills in comes from, as it stands behind 来自.
    var provenance: String? { prefill?.provenance ?? licence.map { "您的\($0.chinese)" } }
}

extension Applicants {
    /// What is known of an applicant, and of the agent who fills the form in for an enterprise.
    ///
    /// - Parameter agent: the account that fills in; nil at the counter, where the clerk is not the agent.
    public func prefilling(for applicant: Applicant, agent: Account?) async throws -> Prefilling {
        let personID = applicant.personID ?? agent?.personID
        let code = applicant.kind == .entity ? try? CreditCode(applicant.code) : nil
        return try await database.read { tx in
            Prefilling(
                person: try personID.flatMap { try Directory.person($0, in: tx) },
                entity: try code.flatMap { try Directory.entity($0, in: tx) })
        }
    }
}
