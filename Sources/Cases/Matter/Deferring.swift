import Journal
import Refusals
import WorkingTime

/// 容缺受理: what is secondary may come after the acceptance, on the applicant's promise.
///
/// 广东省优化营商环境条例 art. 32: where the basic conditions are met and the main materials are complete, the organ
/// accepts first, and says once what is still to come and by when. Until then nothing is granted unless the item lets it.
extension Matter {
    /// The case is accepted: from now on the promised day counts, and the applicant has it in writing.
    ///
    /// - Returns: whether anything is to come.
    mutating func beginDeferral(in position: Int, on occasion: Occasion) -> Bool {
        guard var deferral = cases[position].deferral, !deferral.isComplete, deferral.dueAt == nil else {
            return false
        }
        let limit = deferral.terms.limit
        deferral.dueAt = occasion.calendar.reckon(limit, from: occasion.now, now: occasion.now).due
        deferral.remindAt = reminder(of: limit, on: occasion)
        cases[position].deferral = deferral
        setDeferralTimers(in: position)
        let names = deferral.outstanding.map(\.name)
        let until = deferral.dueAt?.day.written ?? ""
        record(
            "case.deferred", position, "容缺受理，\(names.joined(separator: "、"))于\(until)前补交。",
            notice: "「\(cases[position].plan.name)」已先予受理，请于\(until)前补交：\(names.joined(separator: "、"))。")
        issue(
            .deferredAcceptance, in: position,
            [.list: Self.numbered(names), .dueOn: [until], .days: [limit.chinese]], on: occasion)
        return true
    }

    /// Two units before the end, where there is that much time.
    private func reminder(of limit: TimeLimit, on occasion: Occasion) -> Instant? {
        guard limit.value > 2, limit.unit == .workingDay || limit.unit == .day else { return nil }
        let earlier = TimeLimit(value: limit.value - 2, unit: limit.unit)
        return occasion.calendar.reckon(earlier, from: occasion.now, now: occasion.now).due?.day.startOfDay
    }

    /// Brings what was promised. It may come late, as long as nothing is decided.
    ///
    /// - Throws: `forbidden` unless the applicant brings it, `conflict` when nothing is to come or it is too late,
    ///   `invalid` for what was not promised, or for nothing.
    public mutating func supplyPromised(
        _ number: String, materials: [FiledMaterial], on occasion: Occasion
    ) throws {
        let position = try index(of: number)
        guard root.isApplicant(occasion.actor) else { throw DomainError.forbidden("只有申请人可以补交承诺的材料。") }
        guard position == 0, var deferral = root.deferral, deferral.dueAt != nil, !deferral.isComplete else {
            throw DomainError.conflict("没有承诺补交而尚未补交的材料。")
        }
        guard mayStillCome(deferral) else {
            throw DomainError.conflict("本件「\(root.phase.chinese)」，不能再补交材料。")
        }
        guard !materials.isEmpty else { throw DomainError.invalid("materials", "请上传承诺补交的材料。") }
        let open = Set(deferral.outstanding.map(\.requirement))
        guard materials.allSatisfy({ open.contains($0.requirement) }) else {
            throw DomainError.invalid("materials", "补交的材料不在承诺的清单里。")
        }
        let brought = Set(materials.map(\.requirement))
        for index in deferral.items.indices where brought.contains(deferral.items[index].requirement) {
            deferral.items[index].suppliedAt = occasion.now
        }
        cases[0].deferral = deferral
        cases[0].materials += materials.map {
            FiledMaterial(
                requirement: $0.requirement, fileID: $0.fileID, name: $0.name, filedAt: occasion.now)
        }
        setDeferralTimers(in: 0)
        tellSupplied(deferral, brought, on: occasion)
        settle(by: occasion.calendar, now: occasion.now)
    }

    private func mayStillCome(_ deferral: Deferral) -> Bool {
        guard deferral.terms.decidesBefore else { return !root.phase.isFinal && root.result == nil }
        return [nil, .granted, .partial].contains(root.result?.outcome)
    }

    private mutating func tellSupplied(_ deferral: Deferral, _ brought: Set<String>, on occasion: Occasion) {
        let names = deferral.items.filter { brought.contains($0.requirement) }.map(\.name)
        let rest = deferral.outstanding.map(\.name)
        let left = rest.isEmpty ? "承诺补交的材料已经齐全。" : "还差\(rest.joined(separator: "、"))。"
        record("case.promised_supplied", 0, "申请人补交了\(names.joined(separator: "、"))，\(left)")
    }

    /// Nothing is granted while something promised is missing, unless the item lets it. A refusal, or an end, is free.
    func requirePromisesKept(_ finding: Finding, for task: CaseTask, in position: Int) throws {
        guard finding.outcome == task.outcomes.first?.code, let deferral = root.deferral,
            !deferral.terms.decidesBefore
        else { return }
        let needed = Set(cases[position].plan.materials.map(\.id))
        let missing = deferral.outstanding.filter { position == 0 || needed.contains($0.requirement) }
        guard missing.isEmpty else {
            throw DomainError.conflict(
                "容缺受理的材料还没有补齐：\(missing.map(\.name).joined(separator: "、"))。补齐以前不能准予。")
        }
    }
}
