import Cases
import HTTPTypes
import Identity
import Modules
import Refusals
import Web

/// Reading cases: lists, one case, and progress for whoever holds the receipt.
struct CaseAPI: Sendable {
    let cases: Cases
    let opening: CaseOpening

    var routes: [Route] {
        [
            .get(APIPath.cases, .signedIn, "办件列表", api: Self.list) { request, caller in
                try await list(request, caller)
            },
            .get(APIPath.singleCase, .signedIn, "办件", api: Self.one) { request, caller in
                let document = try await opening.document(request.caseNumber(), request, by: caller)
                return try .json(document).header("Cache-Control", "no-store")
            },
            .post(
                APIPath.ofCase("disclosures"), .staff, journal: "case.disclosed", "显示完整的个人信息",
                api: Self.disclosure
            ) { request, officer in
                let disclosure = Disclosure(asking: try await request.json(DisclosureInput.self).purpose)
                let document = try await opening.document(
                    request.caseNumber(), request, by: officer.signedIn, disclosure)
                return try .json(document, status: .created).header("Cache-Control", "no-store")
            },
            .get(APIPath.ofCase("progress"), .anyone, "凭编号和查询码查进度", api: Self.progress) { request, _ in
                let code = request.query("code") ?? ""
                let view = try await cases.progress(request.caseNumber(), code: code)
                return try .json(CaseDocument(view, seenBy: .everyone)).header("Cache-Control", "no-store")
            },
        ]
    }

    private func list(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let viewer = caller.viewer
        let now = cases.now
        var filter = CaseFilter()
        filter.phase = try request.choice("state", of: Phase.self)
        filter.organ = request.query("organ")
        filter.text = try request.words("q", limit: Self.wordLimit)
        let overdue = try request.choice("overdue", of: Truth.self)
        filter.overdueAt = overdue == .yes ? now : nil
        let slice = try await cases.list(filter, for: viewer, after: request.query("after"))
        let page = ListDocument(slice) { CaseSummaryDocument($0, seenBy: viewer, now: now) }
        return try .json(page).header("Cache-Control", "no-store")
    }

    /// Longest text to search for, in characters.
    private static let wordLimit = 100

    private static let list = APIOperation(
        id: "listCases", tag: "办件",
        parameters: [
            .query("state", "状态", .oneOf(Phase.allCases.map(\.rawValue))),
            .query("organ", "主办部门代码"),
            .query("q", "办件编号，或事项名称、申请人的一部分", .words(0...wordLimit)),
            .query("overdue", "true：只看已超期的", .oneOf(Truth.allCases.map(\.rawValue))),
            .query("after", "上一页的 next"),
        ],
        responses: [200: .page(of: CaseSummaryDocument.schema)])

    private static let one = APIOperation(
        id: "readCase", tag: "办件", responses: [200: CaseDocument.schema])

    private static let disclosure = APIOperation(
        id: "discloseCase", tag: "办件",
        body: .json(
            .object([
                .init("purpose", .words(1...Disclosure.longestReason), "查看的用途；申请人看得到谁在什么时候因为什么查看")
            ])),
        responses: [201: CaseDocument.schema])

    private static let progress = APIOperation(
        id: "readProgress", tag: "办件",
        parameters: [.query("code", "回执上的查询码")], responses: [200: CaseDocument.schema])
}
