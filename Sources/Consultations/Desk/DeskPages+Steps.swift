import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// What heads do with a draft.
extension DeskPages {
    var steps: [Route] {
        [
            .post(
                ConsultationPath.act("{id}", "opening"), .may(.openConsultations),
                journal: "consultation.opened", "公布征求意见稿"
            ) { try await open($0, $1) },
            .post(
                ConsultationPath.act("{id}", "versions"), .may(.openConsultations),
                journal: "consultation.revised", "公布修改稿"
            ) { try await revise($0, $1) },
            .post(
                ConsultationPath.act("{id}", "closing"), .may(.openConsultations),
                journal: "consultation.closed", "结束征求意见"
            ) { try await close($0, $1) },
        ]
    }

    private func open(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let now = request.now
        return try await answer(request, officer) { _ in
            try await office.change(request, officer, .openConsultations, "consultation.opened", "公布") {
                one, actor, tx in
                try one.open(by: actor, on: now.day, ConsultationRules.current(in: tx))
                try VersionStore.insert(one, note: "征求意见稿", by: actor.accountID, at: now, in: tx)
            }
        }
    }

    private func revise(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let now = request.now
        return try await answer(request, officer) { form in
            let note = form["note"] ?? ""
            guard (4...200).contains(note.count) else {
                throw DomainError.invalid("note", "请写明这一版为什么改，4 到 200 字。")
            }
            let reasons = try Self.reasons(form)
            try await office.change(request, officer, .openConsultations, "consultation.revised", "公布修改稿，") {
                one, actor, tx in try one.revise(note, removing: reasons, by: actor, at: now, in: tx)
            }
        }
    }

    /// The comments that are named for passages that go, by the marks of the passages.
    private static func reasons(_ form: FormData) throws -> [String: [Int]] {
        var reasons: [String: [Int]] = [:]
        for name in form.names where name.hasPrefix(DeskPage.removal) {
            reasons[String(name.dropFirst(DeskPage.removal.count))] = try PassagePages.numbers(
                form[name] ?? "", at: name)
        }
        return reasons
    }

    private func close(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let now = request.now
        return try await answer(request, officer) { form in
            try await office.change(request, officer, .openConsultations, "consultation.closed", "结束") {
                one, _, tx in try one.end(form["outcome"] ?? "", at: now, in: tx)
            }
        }
    }
}
