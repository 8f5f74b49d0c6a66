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
            try await desk.report(words, evidence, files, as: organ, request, officer)
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
