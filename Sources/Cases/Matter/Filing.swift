import BusinessProcess
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
    /// The files, each for a requirement.
    public let materials: [FiledMaterial]
    /// The street office responsible for the applicant's division, where the process begins in a street.
    public let street: String?
    /// From when it counts as received; `nil`: from the filing, or from a confirmation where the process asks for one.
    public let receivedAt: Instant?

    /// A filing.
    public init(
        plan: CasePlan, applicant: Applicant, channel: String, form: [String: Value],
        childForms: [[String: Value]] = [], materials: [FiledMaterial], street: String? = nil,
        receivedAt: Instant? = nil
    ) {
        self.plan = plan
        self.applicant = applicant
        self.channel = channel
        self.form = form
        self.childForms = childForms
        self.materials = materials
        self.street = street
        self.receivedAt = receivedAt
    }

    /// Every missing material, one error each.
    public var missingMaterials: [FieldError] {
        let brought = Set(materials.map(\.requirement))
        return plan.materials.filter { $0.isRequired && !brought.contains($0.id) }
            .map { FieldError("materials.\($0.id)", "请上传「\($0.name)」。") }
    }
}

extension Matter {
    /// Receives a filing: the root case and one case for each item of a joint service, dispatched at once.
    ///
    /// - Parameters:
    ///   - numbers: one case number for the root and one for each child.
    ///   - versions: the process versions new cases begin on, by process id.
    /// - Throws: `invalid` naming each missing material, or the street when none is known.
    static func file(
        _ filing: Filing, numbers: [CaseNumber], definitions: [ProcessKey: ProcessDefinition],
        on occasion: Occasion
    ) throws -> Matter {
        let missing = filing.missingMaterials
        guard missing.isEmpty else { throw DomainError.invalid(missing) }
        let record = FilingRecord(
            accountID: occasion.actor.accountID, filedBy: occasion.actor.name, channel: filing.channel,
            filedAt: occasion.now, receivedAt: filing.receivedAt)
        let versions = Dictionary(definitions.keys.map { ($0.id, $0.version) }) { first, _ in first }
        var root = filing.root(numbers[0], record: record, versions: versions, on: occasion)
        root.materials = filing.materials
        let children = zip(filing.plan.children, numbers.dropFirst()).enumerated().map { place, child in
            filing.child(child.0, number: child.1, place: place, of: root, versions: versions, on: occasion)
        }
        var matter = Matter(cases: [root] + children, definitions: definitions)
        try matter.requireStreet()
        switch filing.plan.matterKind {
        case .application: matter.begin(on: occasion)
        case .publication: matter.beginPublication(on: occasion)
        }
        try matter.startProcess(of: 0, on: occasion)
        matter.settle(by: occasion.calendar, now: occasion.now)
        return matter
    }

    /// Where the process begins in a street, somebody there must be able to take it up.
    private func requireStreet() throws {
        for position in cases.indices where cases[position].parts["street"] == nil {
            let tasks = try definition(of: position).userTasks
            guard !tasks.contains(where: { $0.organ == "street" }) else {
                throw DomainError.invalid("form.division", "请选择所在的街道，由街道办事处受理。")
            }
        }
    }

    private mutating func begin(on occasion: Occasion) {
        startClock(
            .acceptance, of: 0, limit: root.plan.acceptanceLimit, at: root.filing.receivedAt ?? occasion.now,
            on: occasion)
        let number = root.number.text
        record(
            "case.submitted", 0, "\(root.filing.filedBy)提交了「\(root.plan.name)」申请。",
            notice: "您的「\(root.plan.name)」申请已收到，办件编号 \(number)。")
        for position in cases.indices.dropFirst() {
            record(
                "case.dispatched", position,
                "「\(cases[position].plan.name)」已分送\(cases[position].plan.organName)。")
        }
    }
}

extension Filing {
    fileprivate func root(
        _ number: CaseNumber, record: FilingRecord, versions: [String: Int], on occasion: Occasion
    ) -> Case {
        Case(
            id: occasion.newID(), number: number, parentID: nil, position: 0, plan: plan,
            applicant: applicant, filing: record, parts: plan.parts(street: street), form: form,
            queryCode: occasion.newCode(), phase: .submitted, processVersion: versions[plan.process] ?? 0)
    }

    fileprivate func child(
        _ childPlan: CasePlan, number: CaseNumber, place: Int, of root: Case, versions: [String: Int],
        on occasion: Occasion
    ) -> Case {
        Case(
            id: occasion.newID(), number: number, parentID: root.id, position: place + 1, plan: childPlan,
            applicant: applicant, filing: root.filing, parts: childPlan.parts(street: street),
            form: childForms.indices.contains(place) ? childForms[place] : form,
            queryCode: root.queryCode, phase: .submitted, processVersion: versions[childPlan.process] ?? 0)
    }
}

extension CasePlan {
    /// Whether a process means a part of the case by this word, which every case fills with an organ of its own.
    public static func isPart(_ word: String) -> Bool {
        ["lead", "hall", "street"].contains(word) || word.wholeMatch(of: /co[1-9][0-9]?/) != nil
    }

    /// Who plays which part in the process: `lead`, `hall`, `street`, `co1`, `co2` …, and who stands in the place of an
    /// organ that the drawing names and that is gone.
    func parts(street: String?) -> [String: String] {
        var parts = successors ?? [:]
        (parts["lead"], parts["hall"]) = (organ, hall)
        parts["street"] = street
        for (index, organ) in coOrgans.enumerated() { parts["co\(index + 1)"] = organ }
        return parts
    }
}
