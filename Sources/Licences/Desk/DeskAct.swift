import Journal
import Refusals
import Web
import WorkingTime

/// What the issuing organ may do with a licence from its page.
enum DeskAct: String, CaseIterable {
    case suspension, resumption, cancellation, revocation, confirmation, refusal

    /// The words on the button and in the list of routes.
    var title: String {
        switch self {
        case .suspension: "暂停证照"
        case .resumption: "恢复证照"
        case .cancellation: "注销证照"
        case .revocation: "提出吊销或撤销"
        case .confirmation: "同意吊销或撤销"
        case .refusal: "不同意吊销或撤销"
        }
    }

    /// What the journal calls it.
    var journal: String {
        switch self {
        case .suspension: "licence.suspended"
        case .resumption: "licence.resumed"
        case .cancellation: "licence.cancelled"
        case .revocation: "licence.revocation_asked"
        case .confirmation: "licence.revoked"
        case .refusal: "licence.revocation_declined"
        }
    }

    /// What it asks for.
    var power: Power {
        switch self {
        case .confirmation, .refusal: .revokeLicences
        default: .keepLicences
        }
    }

    /// Whether it may be done with a licence as it stands; the rule says so once more.
    func isOffered(for licence: Licence, on day: CivilDate) -> Bool {
        let isOpen = licence.state == .valid || licence.state == .suspended
        switch self {
        case .suspension: return licence.standing(on: day) == .valid
        case .resumption: return licence.state == .suspended
        case .cancellation, .revocation: return isOpen && licence.asked == nil
        case .confirmation, .refusal: return licence.waitingRevocation != nil
        }
    }

    /// Does it.
    func perform(
        on licence: inout Licence, _ form: FormData, by actor: Actor, at now: Instant
    ) throws {
        let reason = form["reason"] ?? ""
        switch self {
        case .suspension: try licence.suspend(because: reason, by: actor, at: now)
        case .resumption: try licence.resume(because: reason, by: actor, at: now)
        case .cancellation: try licence.cancel(because: reason, by: actor, at: now)
        case .revocation:
            guard let ground = form["ground"].flatMap(RevocationGround.init(rawValue:)) else {
                throw DomainError.invalid("ground", "请选择是吊销还是撤销。")
            }
            try licence.askRevocation(ground, because: reason, by: actor, at: now)
        case .confirmation: try licence.decideRevocation(true, by: actor, at: now)
        case .refusal: try licence.decideRevocation(false, by: actor, at: now)
        }
    }
}
