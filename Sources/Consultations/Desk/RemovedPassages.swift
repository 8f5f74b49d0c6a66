import Identity
import Journal
import Storage
import Web

/// The passages of the last version that are taken away and may still be put back: no version without them is published.
struct RemovedPassages {
    let consultation: Consultation
    let last: [Passage]
    let token: CSRFToken

    var html: HTML {
        let removed = consultation.removed(since: last)
        guard !removed.isEmpty else { return .empty }
        let table = Table(
            "已删去，还没有公布", columns: [.init("条目"), .init("内容"), .init("恢复")],
            rows: removed.map { passage in
                let path = ConsultationPath.passageAct(String(consultation.id), passage.anchor, "restoration")
                let restoration = PostButton(
                    "恢复", action: path, token: token, values: [("seen", String(consultation.revision))])
                return [
                    "\(passage.heading)", "\(String(passage.words.prefix(60)))", restoration.html,
                ]
            })
        return "<h3>已删去，还没有公布</h3>\(table.html)"
    }
}

extension PassagePages {
    /// Puts a passage back.
    func restore(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (form, anchor) = (try await request.form(), try request.parameter("anchor"))
        let seen = form["seen"].flatMap { Int($0) } ?? -1
        try await office.change(request, officer, .editConsultations, "consultation.drafted", "修改") {
            one, actor, tx in
            try one.restore(anchor, seen: seen, by: actor, in: tx)
        }
        return try back(request)
    }
}
