import HTTPTypes
import Identity
import Refusals
import Storage
import Web

/// The rules of consultations, for the system administrator.
struct RulesPages: Sendable {
    let database: Database

    var routes: [Route] {
        [
            .get(ConsultationPath.rules, .may(.setConsultationRules), "征求意见的规则") { request, _ in
                let rules = try await database.read { try ConsultationRules.current(in: $0) }
                return .page(page(rules, nil, [], request))
            },
            .post(
                ConsultationPath.rules, .may(.setConsultationRules), journal: "consultation_rules.published",
                "公布征求意见的规则"
            ) { try await publish($0, $1) },
        ]
    }

    private func publish(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let form = try await request.form()
        func number(_ name: String) -> Int { form[name].flatMap { Int($0) } ?? -1 }
        let rules = ConsultationRules(
            minimumDays: number("minimum_days"), commentsEach: number("comments_each"),
            longestComment: number("longest_comment"), remindDays: number("remind_days"))
        let (actor, now) = (officer.actor(request), request.now)
        do {
            try await database.write { try rules.publish(by: actor, at: now, in: $0) }
            return .redirect(to: ConsultationPath.rules)
        } catch DomainError.invalid(let errors) {
            return .page(page(rules, form, errors, request), status: .unprocessableContent)
        }
    }

    private func page(
        _ rules: ConsultationRules, _ entered: FormData?, _ errors: [FieldError], _ request: WebRequest
    ) -> Page {
        func field(_ name: String, _ label: String, _ value: Int, hint: String? = nil) -> Field {
            Field(
                name, label, .integer, hint: hint, value: entered?[name] ?? String(value), error: errors[name]
            )
        }
        let fields = [
            field("minimum_days", "一般不少于多少天", rules.minimumDays, hint: "重大行政决策程序暂行条例第十五条：一般不少于 30 日。"),
            field("comments_each", "每人对一份稿子最多提几条意见", rules.commentsEach),
            field("longest_comment", "一条意见最多多少字", rules.longestComment),
            field("remind_days", "截止以后没有答复完的，每几天提醒一次", rules.remindDays, hint: "提醒起草的人、公布的人和部门负责人。"),
        ]
        return Page(
            "征求意见的规则", crumbs: [Link("工作台", "/desk"), Link("征求意见的规则", nil)], area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>征求意见的规则</h1>
                <p class="lead">公布以后立即生效；已经开始的征求意见，截止日期不变。</p>
                \(Form(action: ConsultationPath.rules, token: request.csrf, fields: fields, submit: "公布").html)
                """)
    }
}
