import Cases
import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// The two steps of an order: its organs report, supervision verifies.
extension OrderPages {
    func report(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let sent = try await FeedbackForm.read(request, into: desk.files, owner: officer.account.id)
        let (form, files) = (sent.form, sent.files)
        let (words, evidence) = ((form["words"] ?? "").trimmed, (form["evidence"] ?? "").trimmed)
        let organ = form["organ"] ?? ""
        return try await act(request, officer, form) {
            guard sent.errors.isEmpty else { throw DomainError.invalid(sent.errors) }
            guard officer.organs.contains(organ) else { throw DomainError.forbidden("这不是您的部门的任务。") }
            try OrderDesk.require(words, "words", "请写明办理情况。")
            try OrderDesk.require(evidence, "evidence", "请写明佐证：文号、照片或者资料在哪里。")
            try await desk.change(request, officer, as: organ) { order, actor, tx in
                try OrderStore.insert(
                    OrderFeedback(
                        organ: organ, name: actor.name, words: words, evidence: evidence, files: files,
                        at: request.now),
                    of: order.id, in: tx)
            } _: { matter, order, occasion in
                let task = matter.root.openTasks.first { $0.element == OrderPlan.report && $0.organ == organ }
                guard let task else { throw DomainError.conflict("您的部门现在没有要反馈的任务。") }
                try matter.addEvidence(files, to: order.number)
                try matter.complete(
                    task: task.id, with: Finding(outcome: "report", opinion: words), on: occasion)
            }
        }
    }

    func verify(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let form = try await request.form()
        let (outcome, words) = (form["outcome"] ?? "", (form["opinion"] ?? "").trimmed)
        return try await act(request, officer) {
            try await desk.change(request, officer) { matter, _, occasion in
                guard let task = matter.root.openTasks.first(where: { $0.element == OrderPlan.verify }) else {
                    throw DomainError.conflict("还有部门没有反馈，不能审核。")
                }
                try matter.complete(
                    task: task.id, with: Finding(outcome: outcome, opinion: words), on: occasion)
            }
        }
    }
}
