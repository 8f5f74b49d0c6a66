import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// A rule is switched on below its trial: whoever does so has seen what it would have found.
extension RulePages {
    func activate(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (form, today) = (try await request.form(), request.now.day)
        let values = try await office.values(on: today)
        let tried = form["tried"].flatMap { Int($0) }
        return try await act(request, officer, "supervision_rule.on", "看过试算，启用", besideTrial: true) {
            version, all, actor in
            guard let day = form["on_from"].flatMap({ CivilDate(iso: $0) }) else {
                throw DomainError.invalid("on_from", "请填写从哪一天起启用。")
            }
            let others = all.filter { $0.state == .on }.map(\.rule)
            try version.switchOn(
                from: day, today: today, version.rule.findings(beside: others, among: values), seen: tried,
                by: actor)
        }
    }

    /// What the newest cases of a year say of a rule as it reads now.
    func quickTrial(_ request: WebRequest) async throws -> RuleTrial {
        let (id, now) = (try request.id(SupervisionOffice.noRule), request.now)
        return try await office.database.read {
            try RuleTrial.run(try RuleStore.version(id, in: $0), at: now, in: $0)
        }
    }
}
