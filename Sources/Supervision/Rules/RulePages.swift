import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// The rules on the desk: written by one person, tried on the last year, switched on by another.
struct RulePages: Sendable {
    let office: SupervisionOffice

    var routes: [Route] {
        [
            .get(SupervisionPath.rules, .may(.readRules), "监察规则") { request, officer in
                let versions = try await office.database.read { try RuleStore.versions(in: $0) }
                return .page(
                    RuleListPage(
                        versions: versions, mayWrite: officer.may(.writeRules), today: request.now.day
                    ).page)
            },
            .get(SupervisionPath.newRule, .may(.writeRules), "新的监察规则") { request, _ in
                .page(try await new(request))
            },
            .post(SupervisionPath.newRule, .may(.writeRules), journal: "supervision_rule.drafted", "起草监察规则") {
                try await begin($0, $1)
            },
            .get(SupervisionPath.rule("{id}"), .may(.readRules), "监察规则") { .page(try await show($0, $1)) },
            .post(
                SupervisionPath.rule("{id}"), .may(.writeRules), journal: "supervision_rule.drafted", "修改监察规则"
            ) {
                try await edit($0, $1)
            },
            .post(
                SupervisionPath.ruleAct("{id}", "versions"), .may(.writeRules),
                journal: "supervision_rule.drafted",
                "起草监察规则的新版本"
            ) { try await draft($0, $1) },
            .post(
                SupervisionPath.ruleAct("{id}", "activation"), .may(.switchRules),
                journal: "supervision_rule.on", "启用监察规则"
            ) { try await activate($0, $1) },
            .post(
                SupervisionPath.ruleAct("{id}", "deactivation"), .may(.switchRules),
                journal: "supervision_rule.off",
                "停用监察规则"
            ) { request, officer in
                let reason = (try await request.form()["reason"] ?? "").trimmed
                return try await act(request, officer, "supervision_rule.off", "停用") { version, _, actor in
                    try version.switchOff(reason, by: actor)
                }
            },
        ]
    }

    private func new(_ request: WebRequest, entered: FormData? = nil, errors: [FieldError] = [])
        async throws -> Page
    {
        NewRulePage(
            values: try await office.values(on: request.now.day), entered: entered, errors: errors,
            token: request.csrf
        ).page
    }

    private func begin(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let form = try await request.form()
        do {
            let (rule, actor, now) = (try RuleForm.rule(form), officer.actor(request), request.now)
            let id = try await office.database.write { tx in
                try tx.exclude("supervision-rules")
                guard try !RuleStore.versions(in: tx).contains(where: { $0.rule.key == rule.key }) else {
                    throw DomainError.invalid("key", "已经有这个代号的规则，请在它的页面起草新版本。")
                }
                let version = RuleVersion(
                    id: tx.ids.next(), version: 1, rule: rule, editedBy: actor.accountID,
                    editedByName: actor.name)
                try RuleStore.insert(version, in: tx)
                try SupervisionOffice.record(
                    "supervision_rule.drafted", "起草", version, by: actor, at: now, in: tx)
                return version.id
            }
            return .redirect(to: SupervisionPath.rule(String(id)))
        } catch DomainError.invalid(let errors) {
            return .page(
                try await new(request, entered: form, errors: errors), status: .unprocessableContent)
        }
    }

    private func edit(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let form = try await request.form()
        return try await act(request, officer, "supervision_rule.drafted", "修改") { version, _, actor in
            try version.edit(try RuleForm.rule(form), seen: form["seen"].flatMap { Int($0) } ?? -1, by: actor)
        }
    }

    func act(
        _ request: WebRequest, _ officer: OfficerContext, _ action: String, _ verb: String,
        besideTrial: Bool = false,
        _ rule: @escaping @Sendable (inout RuleVersion, [RuleVersion], Actor) throws -> Void
    ) async throws -> WebResponse {
        try await shown(request, officer, besideTrial: besideTrial) {
            try await office.change(request, officer, action, verb, rule)
        }
    }

    func show(
        _ request: WebRequest, _ officer: OfficerContext, trial: RuleTrial? = nil, entered: FormData? = nil,
        errors: [FieldError] = []
    ) async throws -> Page {
        let id = try request.id(SupervisionOffice.noRule)
        let mayRecall = officer.may(.decideSignals)
        let (all, standing, kept) = try await office.database.read { tx in
            (
                try RuleStore.versions(in: tx),
                mayRecall ? try SupervisionOffice.recallable(ofRule: id, by: officer, in: tx) : 0,
                try TrialStore.standing(of: id, in: tx)
            )
        }
        guard let version = all.first(where: { $0.id == id }) else {
            throw DomainError.notFound(SupervisionOffice.noRule)
        }
        let values = try await office.values(on: request.now.day)
        return RulePage(
            version: version, family: all.filter { $0.rule.key == version.rule.key },
            findings: version.rule.findings(
                beside: all.filter { $0.state == .on }.map(\.rule), among: values),
            values: values,
            trial: TrialView(
                version: version, quick: trial, kept: kept, organs: values.organs, token: request.csrf),
            recallable: version.state == .on ? 0 : standing, mayWrite: officer.may(.writeRules),
            maySwitch: officer.may(.switchRules),
            isWriter: version.editedBy == officer.account.id, today: request.now.day, entered: entered,
            errors: errors, token: request.csrf
        ).page
    }
}
