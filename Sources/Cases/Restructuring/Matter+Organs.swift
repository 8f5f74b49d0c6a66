import BusinessProcess
import Codes
import Government
import Refusals
import WorkingTime

/// When the government is restructured, what is under way goes on at whoever took it up. Number, limits and clocks stay
/// as they are, and what is finished keeps the names of its day.
extension Matter {
    mutating func follow(_ change: OrganChange, on occasion: Occasion) throws {
        let before = cases
        for position in cases.indices where cases[position].closedAt == nil {
            let tasks = cases[position].openOrgans(change)
            cases[position].follow(change)
            try moveTasks(tasks, change, in: position, on: occasion)
        }
        guard cases[0].closedAt == nil else { return }
        if zip(children, before.dropFirst()).contains(where: { $0.plan != $1.plan }),
            cases[0].plan.children.count == children.count
        {
            cases[0].plan.children = children.map(\.plan)
        }
        for position in cases.indices { tell(before[position], change, in: position) }
    }

    /// Whoever has a step keeps it while they hold its post in the new organ.
    private mutating func moveTasks(
        _ organs: [Int: String], _ change: OrganChange, in position: Int, on occasion: Occasion
    ) throws {
        for (index, organ) in organs.sorted(by: { $0.key < $1.key }) {
            cases[position].tasks[index].organ = organ
            let task = cases[position].tasks[index]
            guard let activity = task.activity, let holder = task.holder,
                !change.seats.contains(
                    .init(accountID: holder.accountID, organ: organ, role: task.role)),
                cases[position].process?.activity(activity)?.isOpen == true,
                (try? definition(of: position)) != nil
            else { continue }
            try drive(position, on: occasion) { instance, course throws(ProcessError) in
                try instance.vacate(activity, in: course.definition)
            }
        }
    }

    private mutating func tell(_ before: Case, _ change: OrganChange, in position: Int) {
        let (old, new) = (before.plan, cases[position].plan)
        if old.organ != new.organ {
            record(
                "case.organ_changed", position, "因机构改革，本件由\(old.organName)改由\(new.organName)办理。",
                notice: "因机构改革，您的「\(new.name)」由\(old.organName)改由\(new.organName)办理，办件编号和办理时限不变。",
                toHead: new.matterKind == .supervisionOrder
                    ? "因机构改革，「\(new.name)」改由您的部门主办，办理时限不变。" : nil)
        } else if old.organName != new.organName {
            record(
                "case.organ_renamed", position,
                "因机构改革，\(old.organName)更名为\(new.organName)，继续办理本件。")
        }
        for (from, to) in before.handedOn(to: cases[position]) where from != old.organ {
            record(
                "case.step_organ_changed", position,
                "因机构改革，本件中由\(change.oldName(from))办理的环节改由\(change.newName(to))办理。")
        }
    }
}

extension Case {
    /// The open tasks that go to another organ, by their place.
    fileprivate func openOrgans(_ change: OrganChange) -> [Int: String] {
        var organs: [Int: String] = [:]
        for (index, task) in tasks.enumerated()
        where task.state == .open && task.organ != CaseTask.applicant {
            let heir = heir(of: task.organ, change)
            if heir != task.organ { organs[index] = heir }
        }
        return organs
    }

    fileprivate mutating func follow(_ change: OrganChange) {
        let old = plan
        for giver in change.succession.givers {
            let heir = heir(of: giver, change)
            if heir != giver { parts[giver] = heir }
        }
        parts = parts.mapValues { heir(of: $0, change) }
        plan = plan.following(change, number: number.text)
        if isChild, plan.organ != old.organ, parts[Self.formerLead] == nil {
            parts[Self.formerLead] = old.organ
        }
    }

    private func heir(of organ: String, _ change: OrganChange) -> String {
        change.succession.heir(of: organ, item: plan.code, number: number.text)
    }

    /// Each organ of its steps that is another one now.
    fileprivate func handedOn(to now: Case) -> [(from: String, to: String)] {
        let roles = parts.keys.sorted().filter { CasePlan.isPart($0) }
            .compactMap { part in parts[part].map { ($0, now.parts[part] ?? $0) } }
        let steps = zip(tasks, now.tasks).map { ($0.organ, $1.organ) }
        // Who has reported on an order may be asked again.
        let asked =
            plan.matterKind == .supervisionOrder ? Array(zip(plan.coOrgans, now.plan.coOrgans)) : []
        var told: Set<String> = []
        return (roles + steps + asked).filter { $0.0 != $0.1 && told.insert($0.0).inserted }
            .map { (from: $0.0, to: $0.1) }
    }
}

extension CasePlan {
    fileprivate func following(_ change: OrganChange, number: String) -> CasePlan {
        var plan = self
        plan.organ = change.succession.heir(of: organ, item: code, number: number)
        if plan.organ != organ || change.renamed.contains(organ), let now = change.after[plan.organ] {
            (plan.organName, plan.organCode) = (now.fullName, now.code.text)
        }
        plan.coOrgans = coOrgans.map { change.succession.heir(of: $0, item: code, number: number) }
        plan.hall = change.succession.heir(of: hall, item: code, number: number)
        // Whoever takes up its work is the organ it is about, and those who were there before still were. The office that handed it
        // out goes on: without it nobody could give the matter to anybody.
        plan.recused = recused.map { keys in
            let heirs = keys.map { change.succession.heir(of: $0, item: code, number: number) }
            return Set(keys + heirs.filter { $0 != plan.hall }).sorted()
        }
        return plan
    }
}
