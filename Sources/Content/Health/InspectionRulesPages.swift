import HTTPTypes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// The rules of inspection as a text that the system administrator changes, every version kept.
struct InspectionRulesPages: Sendable {
    let database: Database
    let book: InspectionBook

    var routes: [Route] {
        [
            .get(HealthPath.rules, .may(.setInspectionRules), "网站检查规则") { request, _ in
                let text = try await database.read { try book.text(in: $0) }
                return .page(try await page(text, [], request))
            },
            .post(
                HealthPath.rules, .may(.setInspectionRules), journal: "inspection_rules.published", "公布网站检查规则"
            ) { try await publish($0, $1) },
        ]
    }

    private func publish(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let form = try await request.form()
        let (text, version) = (form["body"] ?? "", form["version"].flatMap { Int($0) } ?? -1)
        let (actor, now) = (officer.actor(request), request.now)
        do {
            try await database.write { try book.publish(text, after: version, by: actor, at: now, in: $0) }
            return .redirect(to: HealthPath.rules)
        } catch DomainError.invalid(let errors) {
            return .page(try await page(text, errors, request), status: .unprocessableContent)
        }
    }

    private func page(_ text: String, _ errors: [FieldError], _ request: WebRequest) async throws -> Page {
        let (version, versions) = try await database.read { tx in
            (try book.version(in: tx), try book.versions(in: tx))
        }
        let field = Field(
            "body", "规则（YAML）", .longText, hint: "更新周期、单项否决、扣分和加分。公布以后马上按新规则打分，过去每天的得分不变。",
            value: text, error: errors["body"])
        return Page(
            "网站检查规则", crumbs: [Link("工作台", "/desk"), Link("网站检查规则", nil)], width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)<h1>网站检查规则</h1>
                <p class="lead">现行的是\(version == 0 ? "随平台交付的规则" : "第 \(version) 版")。</p>
                <div class="manuscript">\(Form(
                    action: HealthPath.rules, token: request.csrf, fields: [field],
                    also: "<input type=\"hidden\" name=\"version\" value=\"\(version)\">", submit: "公布为新版").html)</div>
                \(if: !versions.isEmpty, "<h2>历次公布</h2><ul class=\"links\">\(each: versions, { "<li><div>第 \($0.version) 版，\($0.by)</div><span>\($0.at.chinese)</span></li>" })</ul>")
                """)
    }
}
