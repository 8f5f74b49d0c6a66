import Cases
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// The same was asked before, and this was the answer.
struct Answered: Error {
    let id: Int64
}

extension OrderDesk {
    /// An organ reports what it did and what proves it: the feedback, and its step of the case.
    func report(
        _ words: String, _ evidence: String, _ files: [FiledMaterial] = [], as organ: String,
        _ request: WebRequest,
        _ officer: OfficerContext, once: Idempotency.Request? = nil
    ) async throws {
        guard officer.organs.contains(organ) else { throw DomainError.forbidden("这不是您的部门的任务。") }
        try Self.require(words, "words", "请写明办理情况。")
        try Self.require(evidence, "evidence", "请写明佐证：文号、照片或者资料在哪里。")
        try await change(request, officer, as: .organ(organ), once: once) { order, actor, tx in
            try OrderStore.insert(
                OrderFeedback(
                    organ: organ, name: actor.name, words: words, evidence: evidence, files: files,
                    at: request.now),
                of: order.id, in: tx)
        } _: { matter, order, occasion in
            try matter.report(order.number, of: organ, words: words, files, on: occasion)
        }
    }
}
