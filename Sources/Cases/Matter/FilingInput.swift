import Codes
import DecisionModel
import Journal
import Refusals
import WorkingTime

/// What an applicant hands in, complete and checked, ready to become a case.
public struct Filing: Sendable {
    /// The rules of the service.
    public let plan: CasePlan
    /// In whose name.
    public let applicant: Applicant
    /// `page`, `api` or ``FilingRecord/counter``.
    public let channel: String
    /// The answers, checked.
    public let form: [String: Value]
    /// The answers each item of a joint service needs, in the order of `plan.children`.
    public let childForms: [[String: Value]]
    /// The drawn signatures among the answers of each item, in the order of `plan.children`.
    public let childDrawings: [[FiledMaterial]]
    /// The files, each for a requirement.
    public let materials: [FiledMaterial]
    /// The street office responsible for the applicant's division, where the process begins in a street.
    public let street: String?
    /// From when it counts as received; `nil`: from the filing, or from a confirmation where the process asks for one.
    public let receivedAt: Instant?
    /// Ids of the materials that the applicant promises to bring later (容缺受理).
    public let deferred: Set<String>
    /// Whether the applicant has confirmed what the item lets them promise instead of proving it (告知承诺).
    public let commits: Bool
    /// How the applicant has said yes to what a clerk files for them; `nil` where they file themselves.
    public let confirmation: FilingConfirmation?

    /// A filing.
    public init(
        plan: CasePlan, applicant: Applicant, channel: String, form: [String: Value],
        childForms: [[String: Value]] = [], childDrawings: [[FiledMaterial]] = [], materials: [FiledMaterial],
        street: String? = nil,
        receivedAt: Instant? = nil, deferred: Set<String> = [], commits: Bool = false,
        confirmation: FilingConfirmation? = nil
    ) {
        self.plan = plan
        self.applicant = applicant
        self.channel = channel
        self.form = form
        self.childForms = childForms
        self.childDrawings = childDrawings
        self.materials = materials
        self.street = street
        self.receivedAt = receivedAt
        self.deferred = deferred
        self.commits = commits
        self.confirmation = confirmation
    }
}

extension Filing {
    /// Every missing material, one error each; what may be promised instead need not be there when it is.
    public var missingMaterials: [FieldError] {
        let brought = Set(materials.map(\.requirement))
        return plan.materials.compactMap { needed in
            let field = "materials.\(needed.id)"
            let isDeferrable = needed.isDeferrable == true && plan.deferral != nil
            if deferred.contains(needed.id), !isDeferrable {
                return FieldError(field, "「\(needed.name)」是主要材料，不能承诺后补，请上传。")
            }
            let isThere =
                brought.contains(needed.id) || deferred.contains(needed.id) || replaced.contains(needed.id)
            return needed.isRequired && !isThere ? FieldError(field, "请上传「\(needed.name)」。") : nil
        }
    }

    /// What a promise of the applicant takes the place of, in any item of the matter.
    private var replaced: Set<String> {
        guard commits else { return [] }
        return Set(([plan] + plan.children).flatMap { $0.commitment?.replaces ?? [] })
    }

    /// What the applicant promises to bring, and has not brought.
    func deferral(by actor: Actor, at now: Instant) -> Deferral? {
        let brought = Set(materials.map(\.requirement))
        let promised = plan.materials.filter { deferred.contains($0.id) && !brought.contains($0.id) }
        guard let terms = plan.deferral, !promised.isEmpty else { return nil }
        return Deferral(
            items: promised.map { .init(requirement: $0.id, name: $0.name) }, promisedBy: Signatory(actor),
            promisedAt: now, terms: terms)
    }
}
