import Identity
import Journal
import Messaging
import Refusals
import Storage
import Web
import WorkingTime

extension TargetOffice {
    /// Says that a milestone is reached, with what proves it: whoever answers for the target, or the head.
    func report(
        _ milestone: Int64, _ words: String, _ evidence: String, _ place: (year: Int, organ: String),
        by actor: Actor,
        isHead: Bool, at now: Instant
    ) async throws {
        var errors: [FieldError] = []
        if words.isEmpty || words.count > 2_000 { errors.append(FieldError("words", "请写明完成情况，不超过 2000 个字。")) }
        if evidence.isEmpty || evidence.count > 1_000 {
            errors.append(FieldError("evidence", "请写明佐证：文号、照片或者资料在哪里。"))
        }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
        try await database.write { tx in
            try tx.exclude("targets-\(place.year)-\(place.organ)")
            let plan = try agreed(place, in: tx)
            let target = plan.targets.first { $0.milestones.contains { $0.key == milestone } }
            guard let target else { throw DomainError.invalid("milestone", "请选择节点。") }
            guard isHead || target.accountID == actor.accountID else {
                throw DomainError.forbidden("这个目标由\(target.person)负责，由本人或者部门负责人反馈。")
            }
            try TargetStore.reports(place.year, place.organ, in: tx).requireOpen(milestone)
            let report = MilestoneReport(
                id: tx.ids.next(), milestone: milestone, words: words, evidence: evidence,
                reportedBy: actor.accountID, reportedByName: actor.name, reportedAt: now)
            try TargetStore.insert(report, place.year, place.organ, in: tx)
            try record(
                "targets.reported", place.year, place.organ, "\(actor.name)反馈目标「\(target.title)」的节点。",
                by: actor,
                at: now, in: tx)
        }
    }

    /// Another person says whether it is so; what is accepted is reached.
    func rule(
        _ id: Int64, _ ruling: MilestoneReport.Ruling, _ opinion: String, _ place: (year: Int, organ: String),
        by actor: Actor, at now: Instant
    ) async throws {
        try await database.write { tx in
            try tx.exclude("targets-\(place.year)-\(place.organ)")
            var report = try TargetStore.report(id, place.year, place.organ, in: tx)
            try report.rule(ruling, opinion, by: actor.accountID, named: actor.name, at: now)
            try TargetStore.update(report, in: tx)
            if ruling == .accepted, let plan = try? agreed(place, in: tx) {
                let reached = plan.watched([], on: now.day).filter { $0.key == String(report.milestone) }
                // It was reached on the day it was reported, however long the review took.
                try outside.watch(reached.map { $0.ended(on: report.reportedAt.day, "已完成") }, actor, now, tx)
            }
            try outbox.enqueue(
                to: report.reportedBy, about: TargetPath.plan(String(place.year), place.organ),
                "您反馈的目标节点：\(ruling.chinese)。", at: now, in: tx)
            try record(
                "targets.reviewed", place.year, place.organ, "\(actor.name)审核目标节点：\(ruling.chinese)。",
                by: actor,
                at: now, in: tx)
        }
    }

    private func agreed(_ place: (year: Int, organ: String), in tx: Transaction) throws -> TargetPlan {
        let versions = try TargetStore.versions(place.year, place.organ, in: tx)
        guard let plan = versions.first(where: { $0.state == .agreed }) else {
            throw DomainError.conflict("还没有双方同意的目标，不能反馈。")
        }
        return plan
    }
}
