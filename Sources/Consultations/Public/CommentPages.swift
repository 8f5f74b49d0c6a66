import HTTPTypes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// Comments: read by everybody, made, supported and taken back by persons.
struct CommentPages: Sendable {
    let office: ConsultationOffice
    let commenting: Commenting

    var routes: [Route] {
        [
            .get(ConsultationPath.part("{id}", "comments"), .anyone, "对征求意见稿的意见") { request, _ in
                .page(try await list(request))
            },
            .post(ConsultationPath.one("{id}"), .signedIn, journal: "consultation.commented", "提意见") {
                try await comment($0, $1)
            },
            .post(
                ConsultationPath.comment("{id}", "{number}", "support"), .signedIn,
                journal: "consultation.supported", "支持意见"
            ) { request, caller in
                try await commenting.support(
                    try number(request), of: try request.id(ConsultationOffice.missing), as: caller.account,
                    by: caller.actor(request), at: request.now)
                return try back(request)
            },
            .post(
                ConsultationPath.comment("{id}", "{number}", "withdrawal"), .signedIn,
                journal: "consultation.comment_withdrawn", "撤回意见"
            ) { request, caller in
                try await commenting.withdraw(
                    try number(request), of: try request.id(ConsultationOffice.missing), as: caller.account,
                    by: caller.actor(request), at: request.now)
                return try back(request)
            },
        ]
    }

    private func number(_ request: WebRequest) throws -> Int {
        guard let number = Int32(try request.parameter("number")) else {
            throw DomainError.notFound("没有这条意见。")
        }
        return Int(number)
    }

    private func back(_ request: WebRequest) throws -> WebResponse {
        let id = String(try request.id(ConsultationOffice.missing))
        return .redirect(to: "\(ConsultationPath.part(id, "comments"))?number=\(try number(request))")
    }

    private func comment(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let (id, form) = (try request.id(ConsultationOffice.missing), try await request.form())
        let anchor = form["anchor"] ?? ""
        do {
            let outcome = try await commenting.comment(
                form["words"] ?? "", on: anchor == "whole" ? "" : anchor, of: id, as: caller.account,
                by: caller.actor(request), at: request.now)
            let said = if case .joined(let number) = outcome { "j\(number)" } else { "\(outcome.number)" }
            return .redirect(to: "\(ConsultationPath.one(String(id)))?said=\(said)")
        } catch DomainError.invalid(let errors) {
            let page = try await ConsultationPages(office: office).show(
                request, entered: form, errors: errors)
            return .page(page, status: .unprocessableContent)
        }
    }

    private func list(_ request: WebRequest) async throws -> Page {
        let (id, caller) = (try request.id(ConsultationOffice.missing), request.principal as? SignedIn)
        return try await office.database.read { tx in
            let one = try ConsultationStore.published(id, in: tx)
            let versions = try VersionStore.all(of: id, in: tx)
            let single = try request.query("number").map { text in
                guard let number = Int32(text) else { throw DomainError.notFound("没有这条意见。") }
                return try CommentStore.comment(Int(number), of: id, in: tx)
            }
            let search = CommentStore.Search(
                anchor: request.query("on"), bySupport: request.query("by") == "supports")
            let found =
                try single.map { Slice(items: [$0], next: nil) }
                ?? CommentStore.comments(of: id, search, after: request.query("after"), in: tx)
            let pieces = ConsultationPages(office: office).pieces(found.items, one, versions, caller, request)
            return CommentListPage(
                consultation: one, pieces: pieces, search: search, isSingle: single != nil,
                pager: Pager(next: found.next, of: request)
            ).page
        }
    }
}

/// The comments of a draft, or of one passage.
struct CommentListPage {
    let consultation: Consultation
    let pieces: CommentPieces
    let search: CommentStore.Search
    let isSingle: Bool
    let pager: Pager

    var page: Page {
        let id = String(consultation.id)
        let all = ConsultationPath.part(id, "comments")
        return Page(
            "意见",
            crumbs: [
                Link("征求意见", ConsultationPath.all), Link(consultation.facts.title, ConsultationPath.one(id)),
                Link("意见", nil),
            ],
            body: """
                <h1>\(title)</h1>
                <p><a href="\(all)">全部意见，最新的在前</a> · <a href="\(all)?by=supports">支持最多的在前</a></p>
                \(if: pieces.comments.isEmpty, EmptyState("还没有意见").html)
                \(pieces.html)
                \(pager.html)
                """)
    }

    private var title: String {
        if isSingle { return "第 \(pieces.comments.first?.number ?? 0) 条意见" }
        return search.anchor.map { "对“\(pieces.headings[$0] ?? "已删去的条目")”的意见" } ?? "意见"
    }
}
