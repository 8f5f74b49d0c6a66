import HTTPTypes
import Identity
import Refusals
import Storage
import Web

/// The rules as a text that the system administrator changes, every version kept.
struct RulesPages: Sendable {
    let requests: Requests

    var routes: [Route] {
        [
            .get(DisclosurePath.rules, .may(.setDisclosureRules), "政府信息公开规则") { request, _ in
                let text = try await requests.database.read { try requests.book.text(in: $0) }
                return .page(page(text, [], request))
            },
            .post(
                DisclosurePath.rules, .may(.setDisclosureRules), journal: "disclosure_rules.published",
                "公布政府信息公开规则"
            ) { try await publish($0, $1) },
        ]
    }

    private func publish(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let text = try await request.form()["body"] ?? ""
        let (actor, now) = (officer.actor(request), request.now)
        do {
            try await requests.database.write {
                try requests.book.publish(text, by: actor, at: now, in: $0)
            }
            return .redirect(to: DisclosurePath.rules)
        } catch DomainError.invalid(let errors) {
            return .page(page(text, errors, request), status: .unprocessableContent)
        }
    }

    private func page(_ text: String, _ errors: [FieldError], _ request: WebRequest) -> Page {
        let field = Field(
            "body", "规则（YAML）", .longText, hint: "期限、答复类型、收费、年度报告的行、目录和指南。公布以后收到的申请按新规则办理。",
            value: text, error: errors["body"])
        return Page(
            "政府信息公开规则", crumbs: [Link("工作台", "/desk"), Link("政府信息公开规则", nil)], width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>政府信息公开规则</h1>
                \(Form(action: DisclosurePath.rules, token: request.csrf, fields: [field], submit: "公布").html)
                """)
    }
}
