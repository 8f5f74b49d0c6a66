import Cases
import Refusals
import WorkingTime

extension ServiceItem {
    /// The joint service made anew of its items: one form, one set of materials, one promise, steps along the longest way.
    ///
    /// What people have written of it — its description, conditions, legal basis — stays; where nothing is written it is
    /// taken from the items.
    ///
    /// - Throws: `conflict` when items wait for each other in a circle, or an item is not offered or is joint itself.
    public func composed(of offered: [ServiceItem]) throws -> ServiceItem {
        let items = Dictionary(offered.map { ($0.slug, $0) }) { first, _ in first }
        let parts = try children.map { slug in
            guard let child = items[slug], !child.isJoint else {
                throw DomainError.conflict("“\(items[slug]?.name ?? slug)”不能是一件事的组成事项。")
            }
            return child
        }
        var made = self
        var design = joint ?? JointDesign()
        made.joint = design
        if let circle = made.order.circle { throw DomainError.conflict(Self.circleWords(circle, items)) }
        let form = JointForm(parts, design)
        design.answers = form.design.answers
        let evidence = JointEvidence(made, parts, design)
        design.evidence = evidence.design.evidence
        (made.joint, made.pages, made.materials) = (design, form.pages, evidence.materials)
        made.process = drawnProcess
        made.takeOrgans(of: parts)
        made.takeTimes(of: parts, JointPromise(made.order, items))
        made.fillGuide(from: parts)
        return made
    }

    /// The questions of the joint form, each with what it answers; those about the delivery are not among them.
    public func jointQuestions(of offered: [ServiceItem]) -> [JointQuestion] {
        let items = Dictionary(offered.map { ($0.slug, $0) }) { first, _ in first }
        return JointForm(children.compactMap { items[$0] }, joint ?? JointDesign()).questions
    }

    /// The longest way through its items; nil while they go round in a circle.
    public func jointPromise(of offered: [ServiceItem]) -> JointPromise? {
        guard order.circle == nil else { return nil }
        return JointPromise(order, Dictionary(offered.map { ($0.slug, $0) }) { first, _ in first })
    }

    private mutating func takeOrgans(of parts: [ServiceItem]) {
        guard let first = parts.first else { return }
        organ = first.organ
        coOrgans = parts.map(\.organ).reduce(into: []) { organs, organ in
            if organ != first.organ, !organs.contains(organ) { organs.append(organ) }
        }
    }

    private mutating func takeTimes(of parts: [ServiceItem], _ promise: JointPromise) {
        let chosen = joint?.promise
        let isLonger = (chosen?.approximateDays ?? 0) > promise.limit.approximateDays
        limits.promised = isLonger ? chosen : promise.limit
        if let legal = limits.legal, let whole = limits.promised,
            legal.approximateDays < whole.approximateDays
        {
            limits.legal = nil
        }
        limits.note = "从受理起算，不短于最长的一条路：\(promise.words)。"
        steps = promise.way.map { step($0, of: parts) }
    }

    /// One step along the longest way, together with what is done beside it and takes no longer.
    private func step(_ child: ServiceItem, of parts: [ServiceItem]) -> Step {
        let level = parts.filter { order.depth(of: $0.slug) == order.depth(of: child.slug) }
        let together = level.filter { $0.slug == child.slug || $0.workingDays <= child.workingDays }
        let longer = level.filter { !together.contains($0) }.map(\.name)
        return Step(
            name: together.map(\.name).joined(separator: "、"),
            actor: together.map(\.decidingActor).unique.joined(separator: "、"),
            limit: child.ownLimit ?? TimeLimit(value: 0, unit: .workingDay),
            standard: (together.count > 1 ? "同时办理，按各自的办理条件" : "这一事项的办理条件")
                + (longer.isEmpty ? "" : "；\(longer.joined(separator: "、"))也在办理"),
            result: together.count > 1 ? "分别作出决定，不予的说明理由" : "作出决定，不予的说明理由")
    }

    /// Who decides on the item, in the words of its own steps.
    private var decidingActor: String { steps.last { !$0.actor.contains("窗口") }?.actor ?? "主管部门" }

    private mutating func fillGuide(from parts: [ServiceItem]) {
        if audiences.isEmpty {
            audiences = Audience.allCases.filter { who in parts.allSatisfy { $0.audiences.contains(who) } }
        }
        if audiences.isEmpty { audiences = parts.first?.audiences ?? [] }
        if lifeEvents.isEmpty { lifeEvents = parts.flatMap(\.lifeEvents).unique }
        if keywords.isEmpty { keywords = [name] }
        if summary.isEmpty { summary = "\(parts.map(\.name).joined(separator: "、"))，一次申请、一次送达。" }
        if description.isEmpty { description = "您只填一张表、交一套材料，各部门分别办理、各自作出决定，全部结果一次送达。" }
        if conditions.isEmpty { conditions = parts.flatMap(\.conditions).unique }
        if legalBasis.isEmpty { legalBasis = parts.flatMap(\.legalBasis).unique }
        if output.name.isEmpty { output.name = parts.map(\.output.name).unique.joined(separator: "、") }
        guard let first = parts.first else { return }
        if remedies.review.name.isEmpty { remedies = first.remedies }
        if counter.name.isEmpty { counter = first.counter }
        if assurance == nil { assurance = parts.compactMap(\.assurance).first }
    }

    /// The plan of a child as it stands in this joint service: its name here, what it waits for, its materials under the
    /// ids under which they are handed in.
    func placed(_ plan: CasePlan, of child: ServiceItem, among items: [ServiceItem]) -> CasePlan {
        guard let joint else { return plan }
        let bySlug = Dictionary(items.map { ($0.slug, $0) }) { first, _ in first }
        let given = Set(evidenceFromWithin(for: child, among: bySlug).map(\.id))
        let needs = order.needs(of: child.slug)
        var placed = plan
        (placed.slug, placed.needs) = (child.slug, needs.isEmpty ? nil : needs)
        placed.materials = plan.materials.filter { !given.contains($0.id) }.map {
            MaterialRequirement(
                id: joint.material($0.id, of: child.slug), name: $0.name, isRequired: $0.isRequired,
                isDeferrable: $0.isDeferrable)
        }
        return placed
    }
}

extension Array where Element: Hashable {
    /// Each only once, where it stands first.
    fileprivate var unique: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
