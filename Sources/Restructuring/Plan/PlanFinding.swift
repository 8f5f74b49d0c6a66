import Cases
import Government
import Identity
import Refusals

/// Something to know about a plan before it is approved.
public struct PlanFinding: Sendable, Hashable {
    /// The number of the step, from 1; `nil` for the plan as a whole.
    public let step: Int?
    /// What it is, in a sentence.
    public let sentence: Sentence
    /// Whether the plan cannot be approved or carried out as it is.
    public let blocks: Bool

    /// A finding.
    public init(step: Int? = nil, _ sentence: Sentence, blocks: Bool = true) {
        (self.step, self.sentence, self.blocks) = (step, sentence, blocks)
    }
}

extension RestructuringPlan {
    /// Everything that stands against the plan, and what somebody should know, in the order of its steps.
    public func findings(_ facts: PlanFacts) -> [PlanFinding] {
        guard !steps.isEmpty else { return [PlanFinding("方案还没有步骤。")] }
        var check = PlanCheck(facts: facts)
        for (place, step) in steps.enumerated() { check.take(step, number: place + 1) }
        guard !check.findings.contains(where: \.blocks) else { return check.findings }
        return check.findings + vacancies(facts) + advice(facts)
    }

    /// What would wait for a post that nobody holds. That stands against the plan where somebody holds it now; what
    /// waits for nobody today is only listed.
    private func vacancies(_ facts: PlanFacts) -> [PlanFinding] {
        let held = Set(facts.seats.filter(\.isEnabled).map(\.post))
        let after = Set(
            seatsAfter(facts).filter { $0.seat.isEnabled }.map {
                Post(organ: $0.organ, role: $0.seat.post.role)
            })
        let names = Names(facts, self)
        var told: Set<Post> = []
        return handedOn(facts).compactMap { work, organ in
            guard let role = Role(rawValue: work.role), !after.contains(Post(organ: organ, role: role)),
                told.insert(Post(organ: organ, role: role)).inserted
            else { return nil }
            let wasHeld = held.contains(Post(organ: work.organ, role: role))
            return PlanFinding(
                "\(names[organ])没有\(role.chinese)，\(names[work.organ])移交的待办环节将无人办理。", blocks: wasHeld)
        }
    }

    /// What waits, with the organ where it waits afterwards.
    private func handedOn(_ facts: PlanFacts) -> [(Workload, String)] {
        let succession = self.succession
        let byItem = facts.workload.map { work in (work, succession.heir(of: work.organ, item: work.item)) }
        let byHand = facts.handCases.flatMap { subject in
            facts.workload.filter { $0.item == subject.item }.map { work in
                (work, succession.heir(of: work.organ, item: work.item, number: subject.number))
            }
        }
        return byItem + byHand
    }

    private func advice(_ facts: PlanFacts) -> [PlanFinding] {
        let (succession, names) = (self.succession, Names(facts, self))
        let alone = facts.items.filter { item in
            let heir = succession.heir(of: item.organ, item: item.code)
            return !item.coOrgans.contains(item.organ)
                && item.coOrgans.contains { succession.heir(of: $0, item: item.code) == heir }
        }
        let ended = Set(succession.ended.keys)
        return alone.map { item in
            PlanFinding("「\(item.name)」的主办和协办将是同一部门，请改用单部门的流程。", blocks: false)
        }
            + facts.namings.filter { !$0.organs.isDisjoint(with: ended) }.map { naming in
                let gone = naming.organs.intersection(ended).sorted().map { names[$0] }
                return PlanFinding(
                    "\(naming.title)写明了\(gone.joined(separator: "、"))，将由承接部门代替，请尽快修改。", blocks: false)
            }
    }
}

/// What organs are called, those of the plan too.
struct Names {
    private let names: [String: String]

    init(_ facts: PlanFacts, _ plan: RestructuringPlan) {
        self.init(facts.organs.map { ($0.key, $0.name) }, plan.steps)
    }

    init(_ known: [(String, String)], _ steps: [RestructuringStep]) {
        let new = steps.compactMap { step -> (String, String)? in
            if case .create(let organ) = step { (organ.key, organ.name) } else { nil }
        }
        names = Dictionary(known + new) { first, _ in first }
    }

    /// The name; the key where there is none.
    subscript(organ: String) -> String { names[organ] ?? organ }
}
