import Government
import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// One entry: its texts, its review, what readers say of it.
struct KnowledgeReviewPages: Sendable {
    let desk: KnowledgeDesk

    var routes: [Route] {
        [
            .get(KnowledgePath.entry("{id}"), .staff, "知识") { try await show($0, $1) },
            .post(
                KnowledgePath.entry("{id}", "review"), .may(.reviewKnowledge), journal: "knowledge.reviewed",
                "审核知识"
            ) { request, officer in
                try await act(request, officer, .reviewKnowledge) { id, form, actor, now in
                    guard let decision = form["decision"], ["publish", "return"].contains(decision) else {
                        throw DomainError.invalid("decision", "请选择通过还是退回。")
                    }
                    try await desk.review(
                        id, publishes: decision == "publish", because: form["reason"] ?? "", by: actor,
                        at: now)
                }
            },
            .post(
                KnowledgePath.entry("{id}", "retirement"), .may(.reviewKnowledge),
                journal: "knowledge.retired", "停用知识"
            ) { request, officer in
                try await act(request, officer, .reviewKnowledge) { id, form, actor, now in
                    try await desk.retire(id, because: form["retirement"] ?? "", by: actor, at: now)
                }
            },
            .post(
                KnowledgePath.entry("{id}", "feedback"), .staff, journal: "knowledge.outdated", "反馈知识过时"
            ) { request, officer in
                try await act(request, officer, nil) { id, form, actor, now in
                    try await desk.say(form["words"] ?? "", of: id, by: actor, at: now)
                }
            },
        ]
    }

    private func act(
        _ request: WebRequest, _ officer: OfficerContext, _ power: Power?,
        _ work: (Int64, FormData, Actor, Instant) async throws -> Void
    ) async throws -> WebResponse {
        let entry = try await visible(request, officer)
        if let power, !officer.account.organs(for: power).contains(entry.organ) {
            throw DomainError.forbidden("这条知识由别的单位负责。")
        }
        let form = try await request.form()
        let organ = power == nil ? nil : entry.organ
        do {
            try await work(entry.id, form, officer.actor(request, organ: organ), request.now)
            return .redirect(to: KnowledgePath.entry(String(entry.id)))
        } catch DomainError.invalid(let errors) {
            return try await show(request, officer, errors: errors, entered: form)
        }
    }

    /// What nobody has reviewed is seen by the organ's own people alone.
    private func visible(_ request: WebRequest, _ officer: OfficerContext) async throws -> KnowledgeEntry {
        let id = try request.id(KnowledgeStore.missing.sentence)
        let entry = try await desk.database.read { try KnowledgeStore.entry(id, in: $0) }
        guard entry.version != nil || officer.organs.contains(entry.organ) else {
            throw KnowledgeStore.missing
        }
        return entry
    }

    private func show(
        _ request: WebRequest, _ officer: OfficerContext, errors: [FieldError] = [], entered: FormData? = nil
    ) async throws -> WebResponse {
        let entry = try await visible(request, officer)
        let isOwn = officer.organs.contains(entry.organ)
        let (versions, feedback) = try await desk.database.read { tx in
            (
                try KnowledgeStore.versions(of: entry.id, in: tx),
                try KnowledgeStore.feedback(on: entry.id, in: tx)
            )
        }
        let page = KnowledgePage(
            entry: entry, versions: isOwn ? versions : [], feedback: isOwn ? feedback : [],
            organ: try await desk.directory.organNames().name(of: entry.organ),
            mayWrite: officer.account.organs(for: .writeKnowledge).contains(entry.organ),
            mayReview: officer.account.organs(for: .reviewKnowledge).contains(entry.organ),
            reader: officer.account.id, today: request.now.day, errors: errors, entered: entered,
            token: request.csrf)
        return .page(page.page, status: errors.isEmpty ? .ok : .unprocessableContent)
    }
}
