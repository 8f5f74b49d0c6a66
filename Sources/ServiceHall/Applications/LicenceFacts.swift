import Cases
import Licences
import Services
import WorkingTime

/// What the applicant's licences say on a day: only those in force, of each type the newest.
struct LicenceFacts: Sendable {
    private let inForce: [Licence]

    /// Nobody's.
    static let none = LicenceFacts(held: [], on: .first)

    /// - Parameter held: the newest first. What has been revoked, suspended, cancelled or has expired tells nothing.
    init(held: [Licence], on day: CivilDate) { inForce = held.filter { $0.obstacle(on: day) == nil } }

    func value(of prefill: LicencePrefill) -> String? {
        guard let licence = inForce.first(where: { $0.typeCode == prefill.type }) else { return nil }
        return switch LicencePrefill.Heading(rawValue: prefill.fact) {
        case .number: licence.number
        case .organ: licence.organName
        case .issuedOn: licence.issuedAt.day.iso
        case .validUntil: licence.validUntil?.iso
        case nil: licence.facts.first { $0.label == prefill.fact }?.value
        }
    }
}

extension ServiceItem {
    /// Whether any question is filled in from licences.
    var asksLicences: Bool { fields.contains { $0.licence != nil } }
}
