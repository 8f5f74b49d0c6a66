import HTTPTypes
import Identity
import Refusals
import Web

/// What a rule has raised wrongly is taken back together; and what any step with a rule shows afterwards.
extension RulePages {
    var recalls: [Route] {
        [
            .post(
                SupervisionPath.ruleAct("{id}", "recall"), .may(.decideSignals), journal: "signal.withdrawn",
                "撤销一版规则发出的信号"
            ) { request, officer in
                let reason = (try await request.form()["recall"] ?? "").trimmed
                return try await shown(request, officer) {
                    guard (1...2_000).contains(reason.count) else {
                        throw DomainError.invalid("recall", "请写明理由，不超过 2000 个字。")
                    }
                    try await office.recall(reason, request, officer)
                }
            }
        ]
    }

    /// Does it and shows the rule; what is wrong is shown at its field, which may stand below the trial.
    func shown(
        _ request: WebRequest, _ officer: OfficerContext, besideTrial: Bool = false,
        _ work: () async throws -> Void
    ) async throws -> WebResponse {
        let form = try await request.form()
        do {
            try await work()
            return .redirect(to: SupervisionPath.rule(String(try request.id(SupervisionOffice.noRule))))
        } catch DomainError.invalid(let errors) {
            let trial = besideTrial ? try await quickTrial(request) : nil
            return .page(
                try await show(request, officer, trial: trial, entered: form, errors: errors),
                status: .unprocessableContent)
        }
    }
}
