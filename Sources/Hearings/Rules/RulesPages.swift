import HTTPTypes
import Identity
import Refusals
import Storage
import Web

/// The rules of hearings, for the system administrator.
struct RulesPages: Sendable {
    let database: Database

    var routes: [Route] {
        [
            .get(HearingPath.rules, .may(.setHearingRules), "听证会的规则") { request, _ in
                let rules = try await database.read { try HearingRules.current(in: $0) }
                return .page(page(rules, nil, [], request))
            },
            .post(
                HearingPath.rules, .may(.setHearingRules), journal: "hearing_rules.published", "公布听证会的规则"
            ) { try await publish($0, $1) },
        ]
    }

    private func publish(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let form = try await request.form()
        func number(_ name: String) -> Int { form[name].flatMap { Int($0) } ?? -1 }
        let roles = (form["roles"] ?? "").split(whereSeparator: \.isNewline).map { line in
            let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
            return HearingRules.Role(code: parts.first ?? "", name: parts.count > 1 ? parts[1] : "")
        }
        let rules = HearingRules(
            announceDays: number("announce_days"), registerDays: number("register_days"),
            materialsDays: number("materials_days"), questionsEach: number("questions_each"), roles: roles
        )
        let (actor, now) = (officer.actor(request), request.now)
        do {
            try await database.write { try rules.publish(by: actor, at: now, in: $0) }
            return .redirect(to: HearingPath.rules)
        } catch DomainError.invalid(let errors) {
            return .page(page(rules, form, errors, request), status: .unprocessableContent)
        }
    }

    private func page(
        _ rules: HearingRules, _ entered: FormData?, _ errors: [FieldError], _ request: WebRequest
    ) -> Page {
        func field(_ name: String, _ label: String, _ value: Int, hint: String? = nil) -> Field {
            Field(
                name, label, .integer, hint: hint, value: entered?[name] ?? String(value),
                error: errors[name])
        }
        let roles = rules.roles.map { "\($0.code) \($0.name)" }.joined(separator: "\n")
        let fields = [
            field("announce_days", "提前多少天公告", rules.announceDays),
            field("register_days", "报名在多少天前截止", rules.registerDays, hint: "截止以后抽签、公布名单。"),
            field("materials_days", "材料提前多少天公布", rules.materialsDays, hint: "重大行政决策程序暂行条例第十六条：7 日前送达。"),
            field("questions_each", "举行时每人最多提几个问题", rules.questionsEach),
            Field(
                "roles", "参加人的类别", .longText, hint: "每行一类：小写英文代码，空格，名称。代码是 observer 的一类旁听，不签笔录。",
                value: entered?["roles"] ?? roles,
                error: errors["roles"]),
        ]
        return Page(
            "听证会的规则", crumbs: [Link("工作台", "/desk"), Link("听证会的规则", nil)], area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>听证会的规则</h1>
                <p class="lead">公布以后立即生效；已经公告的听证会，名额不变。</p>
                \(Form(action: HearingPath.rules, token: request.csrf, fields: fields, submit: "公布").html)
                """)
    }
}
