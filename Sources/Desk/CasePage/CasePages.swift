import Cases
import HTTPTypes
import Identity
import Web

/// The page on which a case is read and worked on.
struct CasePages: Sendable {
    let dossiers: Dossiers

    var routes: [Route] {
        [
            .get(DeskPath.caseTemplate, .staff, "办件") { request, officer in
                try await show(try request.parameter("number"), request, officer)
            },
            // Shown at once and kept nowhere: who comes back to the page is asked anew.
            .post(
                DeskPath.disclosures(of: "{number}"), .staff, journal: "case.disclosed", "显示完整的个人信息"
            ) { request, officer in
                let disclosure = Disclosure(asking: try await request.form()["purpose"] ?? "")
                return try await show(
                    try request.parameter("number"), request, officer, disclosure: disclosure)
            },
        ]
    }

    /// The page; with an attempt that was refused, what was entered and what is wrong with it.
    func show(
        _ number: String, _ request: WebRequest, _ officer: OfficerContext, attempt: Attempt? = nil,
        disclosure: Disclosure = .masked(error: nil)
    ) async throws -> WebResponse {
        do {
            let dossier = try await dossiers.open(number, request, officer, disclosure)
            let page = CasePage(
                dossier: dossier, token: request.csrf,
                task: attempt?.task ?? request.query("task").flatMap(Int64.init), attempt: attempt,
                done: request.query("done").flatMap(CaseAction.init(rawValue:)))
            return .page(page.page, status: attempt?.status ?? disclosure.status)
        } catch is ReadingNotRecorded {
            return .page(Self.unrecorded(number), status: .serviceUnavailable)
        }
    }

    private static func unrecorded(_ number: String) -> Page {
        Page(
            "暂时不能打开办件", area: .desk,
            body: """
                <div class="refusal"><h1>暂时不能打开办件</h1>
                <p class="lead">办件里有个人信息，每次查看都要留下记录。现在记录写不进去，所以不能显示。</p>
                <p>请稍后再试；一直打不开时，请联系系统管理员。</p>
                <p class="actions"><a class="button" href="\(DeskPath.page(of: number))">再试一次</a>\
                <a class="button quiet" href="\(DeskPath.home)">回到工作台</a></p></div>
                """)
    }
}

extension Disclosure {
    fileprivate var status: HTTPResponse.Status {
        if case .masked(_?) = self { .unprocessableContent } else { .ok }
    }
}
