import WorkingTime

/// What a case was begun with: a copy of the service item's rules as they stood on the day of filing.
///
/// It travels with the case, so that a case finishes under the limits, materials and process it began with
/// even when the item has changed since.
public struct CasePlan: Codable, Sendable, Hashable {
    /// The item's implementation code (实施编码), or the code of a joint service.
    public var code: String
    /// Name of the item.
    public var name: String
    /// Version of the item in the item library.
    public var version: Int
    /// Key of the organ in charge.
    public var organ: String
    /// Full name of the organ in charge, as it signs.
    public var organName: String
    /// Credit code of the organ in charge: the issuer in licence identifiers.
    public var organCode: String
    /// Keys of the organs whose opinion is sought (协办部门), in order.
    public var coOrgans: [String]
    /// Key of the organ that runs the service hall, which receives and delivers.
    public var hall: String
    /// Id of the process definition.
    public var process: String
    /// How long the organ has to say what is missing before silence means acceptance.
    /// 行政许可法 (2019) art. 32(4): five working days.
    public var acceptanceLimit: TimeLimit
    /// What the law allows from acceptance to decision; `nil` when no law sets a limit.
    public var legalLimit: TimeLimit?
    /// What the organ promises from acceptance to decision.
    public var promisedLimit: TimeLimit?
    /// 行政许可法 art. 44: ten working days from the decision.
    public var deliveryLimit: TimeLimit
    /// By how much, and by whose approval, the decision may be put off once.
    public var extensionRule: ExtensionRule
    /// What the applicant has to bring.
    public var materials: [MaterialRequirement]
    /// What the applicant receives when it is granted.
    public var licence: LicenceTemplate?
    /// Where one may turn against a refusal.
    public var remedies: RemedyBodies
    /// The items of a joint service (一件事); empty for a single item.
    public var children: [CasePlan]
    /// The organs that are gone, each with the one in its place: a drawing may still name them. `nil` for none.
    public var successors: [String: String]?
    /// What brings the matter about; `nil` for an application.
    public var kind: CaseKind?
    /// Whether its clocks stand still only where its feature keeps the evidence for it; `nil` for no.
    public var pausesWithEvidence: Bool?
    /// On which terms secondary materials may come later (容缺受理); `nil` where they may not.
    public var deferral: DeferralTerms?
    /// What an applicant may promise instead of proving it (告知承诺); `nil` where nothing.
    public var commitment: CommitmentTerms?
    /// By which name a designed joint service knows this item of its own; `nil` elsewhere.
    public var slug: String?
    /// The items of the same joint service that must have been granted before this one begins; `nil` for none.
    public var needs: [String]?
    /// Whether the promised limit may be put off where no law sets one; `nil` for no.
    public var extendsPromise: Bool?
    /// How long an organ that is asked to help has for its opinion (会办); `nil` until one is asked.
    public var assistLimit: TimeLimit?
    /// The limits of steps, by the id of the step, where a feature keeps them as data; `nil` where the drawing has them.
    public var stepLimits: [String: TimeLimit]?
    /// Whether the limit for the answer runs from the acceptance also where the day of receipt is known (信访工作条例
    /// art. 34); `nil` for no.
    public var countsFromAcceptance: Bool?
    /// Whether it ends by an answer alone: whoever handles it neither ends it otherwise nor stops its limit, which the law on
    /// licences lets them do (行政许可法 art. 45); `nil` for no.
    public var endsByAnswer: Bool?
    /// Keys of the organs that the matter is about, and of those that took up what they did: nobody of theirs sees it, whatever
    /// else they are (回避); `nil` for none.
    public var recused: [String]?

    /// A plan; what an item does not have is left out.
    public init(
        code: String, name: String, version: Int, organ: String, organName: String, organCode: String,
        coOrgans: [String] = [], hall: String, process: String,
        acceptanceLimit: TimeLimit = TimeLimit(value: 5, unit: .workingDay),
        legalLimit: TimeLimit?, promisedLimit: TimeLimit?,
        deliveryLimit: TimeLimit = TimeLimit(value: 10, unit: .workingDay),
        extensionRule: ExtensionRule = .singleOrgan,
        materials: [MaterialRequirement] = [], licence: LicenceTemplate? = nil, remedies: RemedyBodies,
        children: [CasePlan] = [], successors: [String: String]? = nil,
        kind: CaseKind? = nil, pausesWithEvidence: Bool? = nil, deferral: DeferralTerms? = nil,
        commitment: CommitmentTerms? = nil, slug: String? = nil, needs: [String]? = nil,
        extendsPromise: Bool? = nil, assistLimit: TimeLimit? = nil, stepLimits: [String: TimeLimit]? = nil,
        countsFromAcceptance: Bool? = nil, recused: [String]? = nil, endsByAnswer: Bool? = nil
    ) {
        self.code = code
        self.name = name
        self.version = version
        self.organ = organ
        self.organName = organName
        self.organCode = organCode
        self.coOrgans = coOrgans
        self.hall = hall
        self.process = process
        self.acceptanceLimit = acceptanceLimit
        self.legalLimit = legalLimit
        self.promisedLimit = promisedLimit
        self.deliveryLimit = deliveryLimit
        self.extensionRule = extensionRule
        self.materials = materials
        self.licence = licence
        self.remedies = remedies
        self.children = children
        self.successors = successors
        self.kind = kind
        self.pausesWithEvidence = pausesWithEvidence
        self.deferral = deferral
        self.commitment = commitment
        self.slug = slug
        self.needs = needs
        self.extendsPromise = extendsPromise
        self.assistLimit = assistLimit
        self.stepLimits = stepLimits
        self.countsFromAcceptance = countsFromAcceptance
        self.recused = recused
        self.endsByAnswer = endsByAnswer
    }

    /// A joint service composes other items and decides nothing itself.
    public var isJoint: Bool { !children.isEmpty }
}

/// Where one may turn against a decision (行政复议、行政诉讼).
public struct RemedyBodies: Codable, Sendable, Hashable {
    /// The government that reviews (复议机关).
    public let reviewBody: String
    /// The court of first instance.
    public let court: String

    /// The two bodies.
    public init(reviewBody: String, court: String) {
        self.reviewBody = reviewBody
        self.court = court
    }
}
