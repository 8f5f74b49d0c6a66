import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// The next version of a rule is written beside the one that is on.
extension RulePages {
    func draft(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (id, actor, now) = (try request.id(SupervisionOffice.noRule), officer.actor(request), request.now)
        let made = try await office.database.write { tx in
            try tx.exclude("supervision-rules")
            let base = try RuleStore.version(id, in: tx)
            let family = try RuleStore.versions(in: tx).filter { $0.rule.key == base.rule.key }
            if let draft = family.first(where: { $0.state == .draft }) { return draft.id }
            let version = RuleVersion(
                id: tx.ids.next(), version: (family.map(\.version).max() ?? 0) + 1, rule: base.rule,
                editedBy: actor.accountID, editedByName: actor.name)
            try RuleStore.insert(version, in: tx)
            try SupervisionOffice.record(
                "supervision_rule.drafted", "起草", version, by: actor, at: now, in: tx)
            return version.id
        }
        return .redirect(to: SupervisionPath.rule(String(made)))
    }
}
