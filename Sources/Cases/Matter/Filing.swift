import BusinessProcess
import Codes
import DecisionModel
import Journal
import Refusals
import WorkingTime

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
            filedAt: occasion.now, receivedAt: filing.receivedAt,
            confirmation: filing.confirmation)
        let versions = Dictionary(definitions.keys.map { ($0.id, $0.version) }) { first, _ in first }
        var root = filing.root(numbers[0], record: record, versions: versions, on: occasion)
        root.materials = filing.materials
        root.deferral = filing.deferral(by: occasion.actor, at: occasion.now)
        let children = zip(filing.plan.children, numbers.dropFirst()).enumerated().map { place, child in
            filing.child(child.0, number: child.1, place: place, of: root, versions: versions, on: occasion)
        }
        var matter = Matter(cases: [root] + children, definitions: definitions)
        try matter.requireStreet()
        switch filing.plan.matterKind {
        case .application:
            matter.begin(on: occasion)
            if filing.commits { matter.commit(on: occasion) }
            matter.tellPromise(on: occasion)
        case .publication: matter.beginPublication(on: occasion)
        case .supervisionOrder: matter.beginOrder(on: occasion)
        case .accountability: matter.beginAccountability(on: occasion)
        }
        try matter.startProcess(of: 0, on: occasion)
        matter.settle(by: occasion.calendar, now: occasion.now)
        return matter
    }

    /// Where the process begins in a street, somebody there must be able to take it up.
    func requireStreet() throws {
        for position in cases.indices where cases[position].parts["street"] == nil {
            let tasks = try definition(of: position).userTasks
            guard !tasks.contains(where: { $0.organ == "street" }) else {
                throw DomainError.invalid("form.division", "请选择所在的街道，由街道办事处受理。")
            }
        }
    }

    /// The promise is on record from the filing on, whoever takes it in.
    private mutating func tellPromise(on occasion: Occasion) {
        guard let deferral = root.deferral else { return }
        let names = deferral.items.map(\.name).joined(separator: "、")
        record("case.promised", 0, "申请人承诺自受理之日起 \(deferral.terms.limit.chinese)内补交\(names)。")
    }

    private mutating func begin(on occasion: Occasion) {
        startClock(
            .acceptance, of: 0, limit: root.plan.acceptanceLimit, at: root.filing.receivedAt ?? occasion.now,
            on: occasion)
        let number = root.number.text
        record(
            "case.submitted", 0, "\(root.filing.filedBy)提交了「\(root.plan.name)」申请。",
            notice: "您的「\(root.plan.name)」申请已收到，办件编号 \(number)。")
        if let confirmation = root.filing.confirmation {
            record("case.applicant_confirmed", 0, "申请人确认由窗口代为提交：\(confirmation.way.chinese)。")
        }
        for position in cases.indices.dropFirst() {
            record(
                "case.dispatched", position,
                "「\(cases[position].plan.name)」已分送\(cases[position].plan.organName)。")
        }
    }
}
