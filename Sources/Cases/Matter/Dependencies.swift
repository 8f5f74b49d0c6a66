import BusinessProcess
import Journal
import Refusals
import WorkingTime

/// The items of a joint service (一件事), one after the other or side by side: the drawing says when each has its turn, the
/// plan says what must have been granted until then.
extension Matter {
    /// An item has its turn: it begins its own process, or ends because something it needs was not granted.
    ///
    /// An item that needs nothing counts as accepted with the whole; one that had to wait from the moment it may begin.
    mutating func startChild(for service: ServiceTask, activity: Int, on occasion: Occasion) throws {
        let child = try waitingChild(for: service)
        cases[child].outcomes[Self.parentActivity] = String(activity)
        if let missing = ungranted(neededBy: child) {
            return try endWaiting(child, for: missing, activity: activity, on: occasion)
        }
        let waited = cases[child].plan.needs?.isEmpty == false
        let start = waited ? occasion.now : root.acceptedAt ?? occasion.now
        enterAcceptance(child, from: start, on: occasion)
        record("case.accepted", child, "「\(cases[child].plan.name)」已受理，\(cases[child].plan.organName)开始办理。")
        try startProcess(of: child, on: occasion)
    }

    private func waitingChild(for service: ServiceTask) throws -> Int {
        let organ = service.parameters["organ"] ?? ""
        let found = children.indices.first {
            let child = cases[$0]
            return child.isMeant(by: service, in: root) && child.process == nil && child.result == nil
        }
        guard let found else {
            throw ServiceFailure("unknown-child", "联办流程中的部门「\(organ)」没有等待办理的事项，流程与事项不一致。")
        }
        return found
    }

    /// The first item this one needs and that was not granted.
    private func ungranted(neededBy child: Int) -> Case? {
        guard let needs = cases[child].plan.needs else { return nil }
        return children.first { other in
            other.plan.slug.map(needs.contains) == true && other.result?.outcome != .granted
        }
    }

    /// What an item rests on was not granted: it ends before it began, in writing and with the reason, and so does what
    /// rests on it in turn.
    private mutating func endWaiting(
        _ child: Int, for missing: Case, activity: Int, on occasion: Occasion
    ) throws {
        let plan = cases[child].plan
        let reason = "本事项要在「\(missing.plan.name)」准予以后才能办理，「\(missing.plan.name)」未获准。"
        end(child, as: .closed, on: occasion)
        cases[child].result = CaseResult(
            outcome: .terminated, reason: reason, decidedBy: nil, decidedAt: occasion.now)
        record(
            "case.terminated", child, "「\(plan.name)」不再办理：\(reason)",
            notice: "您的「\(plan.name)」不再办理。理由：\(reason)", isAutomatic: true,
            outcome: CaseResult.Outcome.terminated.rawValue)
        issue(.termination, in: child, [.reason: [reason]], on: occasion)
        try finish(activity: activity, of: 0, on: occasion)
    }
}

extension Case {
    /// Whether a step of the drawing means this item: by its name where the drawing says one, else by its organ.
    func isMeant(by service: ServiceTask, in root: Case) -> Bool {
        if let item = service.parameters["item"] { return plan.slug == item }
        return isLed(by: service.parameters["organ"] ?? "", in: root)
    }

    /// Whether it is the child that a drawing means by this organ: the organ in charge, or the one that was.
    private func isLed(by organ: String, in root: Case) -> Bool {
        if let former = parts[Self.formerLead] { return former == organ || plan.organ == organ }
        return plan.organ == organ || plan.organ == root.parts[organ]
    }
}
