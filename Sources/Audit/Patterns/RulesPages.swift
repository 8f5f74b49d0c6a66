import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// What counts as unusual, and how long persons wait: read and edited by the audit administrator.
struct RulesPages: Sendable {
    let database: Database

    var routes: [Route] {
        [
            .get(AuditPath.rules, .may(.setAuditRules), "审计规则") { request, _ in
                let current = try await database.read { try RulesStore.current(in: $0) }
                let values = AuditRules.thresholds.map { String($0.value(current.rules)) }
                return .page(page(current, current.version, values, [], request.csrf))
            },
            .post(AuditPath.rules, .may(.setAuditRules), journal: "audit.rules_changed", "修改审计规则") {
                try await change($0, $1)
            },
        ]
    }

    private func change(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let form = try await request.form()
        let version = form["version"].flatMap { Int($0) } ?? 0
        do {
            let rules = try AuditRules { form[$0] }
            try await keep(rules, after: version, by: officer.actor(request), at: request.now)
            return .redirect(to: AuditPath.rules)
        } catch DomainError.invalid(let errors) {
            let current = try await database.read { try RulesStore.current(in: $0) }
            let values = AuditRules.thresholds.map { form[$0.name] ?? "" }
            return .page(
                page(current, version, values, errors, request.csrf), status: .unprocessableContent)
        }
    }

    private func keep(_ rules: AuditRules, after version: Int, by actor: Actor, at now: Instant) async throws
    {
        try await database.write { tx in
            let before = try RulesStore.current(in: tx).rules
            try RulesStore.keep(rules, after: version, by: actor.name, at: now, in: tx)
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "audit.rules_changed", subject: "audit/rules",
                    sentence: "\(actor.name)修改了审计规则，现为第 \(version + 1) 版。",
                    beforeDigest: try Journal.digest(of: before), afterDigest: try Journal.digest(of: rules)),
                in: tx)
        }
    }

    private func page(
        _ current: VersionedRules, _ version: Int, _ values: [String], _ errors: [FieldError],
        _ token: CSRFToken
    ) -> Page {
        let fields = zip(AuditRules.thresholds, values).map { threshold, value in
            Field(threshold.name, threshold.label, .integer, value: value, error: errors[threshold.name])
        }
        let changed = current.changedBy.map { "，\($0) 改于 \(current.changedAt?.chinese ?? "")" } ?? ""
        return Page(
            "审计规则",
            crumbs: [Link("工作台", "/desk"), Link("异常线索", AuditPath.patterns), Link("审计规则", nil)], area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>审计规则</h1>
                <p class="lead">现行\(current.words)规则\(changed)。改动从以后检查的日志起生效，每一版都保留。</p>
                \(Form(
                    action: AuditPath.rules, token: token, fields: fields,
                    also: "<input type=\"hidden\" name=\"version\" value=\"\(version)\">", submit: "保存为新版").html)
                """)
    }
}
