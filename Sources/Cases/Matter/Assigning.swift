import Codes
import Government
import Refusals
import WorkingTime

/// Naming the organ that answers: an office that takes in what people say hands it to the one responsible (转送、交办), and
/// to another when the first one objects.
extension Matter {
    /// Hands the matter to an organ and finishes the step in which that is decided.
    ///
    /// - Parameter acceptance: how long the organ has from now on to say whether it takes the matter (信访工作条例 art. 23); nil
    ///   where it has no say. The time that the office had for handing it out is over then, however much was left.
    /// - Throws: `conflict` when nothing is to be assigned now or the organ is no more, `forbidden` when it is not this
    ///   person's step.
    public mutating func assign(
        _ number: String, to organ: Organ, with finding: Finding, acceptance: TimeLimit? = nil,
        on occasion: Occasion
    ) throws {
        let position = try index(of: number)
        guard let task = cases[position].openTasks.first(where: { $0.act == .assign }) else {
            throw DomainError.conflict("本件现在不在交办的环节。")
        }
        try task.admit(occasion.actor, in: cases[position])
        guard organ.isLiving else { throw DomainError.conflict("\(organ.fullName)已经撤销，请交给别的单位。") }
        cases[position].take(organ)
        cases[position].outcomes[Case.assigned] = organ.key
        record(
            "case.assigned", position, "本件交由\(organ.fullName)办理。",
            notice: "您的「\(cases[position].plan.name)」已交由\(organ.fullName)办理。")
        if let acceptance { renewAcceptance(of: position, within: acceptance, on: occasion) }
        try complete(task: task.id, with: finding, on: occasion)
        cases[position].outcomes[Case.assigned] = nil
    }

    mutating func renewAcceptance(of position: Int, within limit: TimeLimit, on occasion: Occasion) {
        stopClock(.acceptance, of: position, at: occasion.now)
        startClock(
            .acceptance, of: position, limit: limit, at: occasion.now, on: occasion)
    }

    /// The step cannot be finished past the choice of an organ, only by saying why there is none.
    func requireAssigned(_ task: CaseTask, in position: Int) throws {
        guard task.outcomeNeedsOpinion || cases[position].outcomes[Case.assigned] != nil else {
            throw DomainError.conflict("请在交办的页面选择承办单位。")
        }
    }
}

extension Case {
    /// Where a case keeps, during the change, the organ it is being handed to; no element can have this name.
    fileprivate static var assigned: String { "#assigned" }

    /// The organ answers it from now on.
    mutating func take(_ organ: Organ) {
        plan.organ = organ.key
        plan.organName = organ.fullName
        plan.organCode = organ.code.text
        parts["lead"] = organ.key
    }
}
