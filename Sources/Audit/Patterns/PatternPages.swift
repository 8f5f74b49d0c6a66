import Government
import HTTPTypes
import Identity
import Journal
import Messaging
import Refusals
import Storage
import Web
import WorkingTime

/// What was unusual, and what the audit administrator does about it.
struct PatternPages: Sendable {
    let database: Database
    let outbox: Outbox

    var routes: [Route] {
        [
            .get(AuditPath.patterns, .may(.watchPatterns), "异常线索") { request, _ in try await show(request) },
            settling("dismissal", "audit.finding_dismissed", "排除线索") { finding, reason, actor, now in
                try finding.dismiss(reason, by: actor, at: now)
            },
            settling("handover", "audit.finding_handed", "移交线索") { finding, reason, actor, now in
                try finding.hand(over: reason, by: actor, at: now)
            },
        ]
    }

    private typealias Rule = @Sendable (inout Finding, String, Actor, Instant) throws -> Void

    private func settling(_ how: String, _ action: String, _ title: String, _ rule: @escaping Rule) -> Route {
        .post(AuditPath.settling("{id}", how), .may(.watchPatterns), journal: action, title) {
            request, officer in
            let id = try request.id(Self.unknown)
            let reason = try await request.form()["reason"] ?? ""
            do {
                try await settle(id, action, by: officer.actor(request), at: request.now) {
                    try rule(&$0, reason, $1, $2)
                }
                return .redirect(to: AuditPath.patterns)
            } catch DomainError.conflict(let sentence) {
                return try await show(request, refusal: sentence, status: .conflict)
            } catch DomainError.invalid(let errors) {
                return try await show(request, refusal: errors[0].sentence, status: .unprocessableContent)
            }
        }
    }

    private func settle(
        _ id: Int64, _ action: String, by actor: Actor, at now: Instant,
        _ rule: @escaping @Sendable (inout Finding, Actor, Instant) throws -> Void
    ) async throws {
        try await database.write { tx in
            guard var finding = try FindingStore.locked(id, in: tx) else {
                throw DomainError.notFound(Self.unknown)
            }
            try rule(&finding, actor, now)
            try FindingStore.save(finding, in: tx)
            if finding.state == .handed { try tell(finding, at: now, in: tx) }
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: action, subject: "finding/\(id)",
                    sentence:
                        "\(actor.name)处理了线索「\(finding.pattern.chinese)」（\(finding.who)）：\(finding.words ?? "")",
                    detail: ["pattern": finding.pattern.rawValue]), in: tx)
        }
    }

    /// Tells the heads of the organ.
    ///
    /// - Throws: `conflict` when there is none.
    private func tell(_ finding: Finding, at now: Instant, in tx: Transaction) throws {
        let members = try Accounts.members(of: finding.organ ?? "", on: now.day, in: tx)
        let heads = members.filter { $0.roles.contains(.head) && $0.id != finding.accountID }
        guard !heads.isEmpty else { throw DomainError.conflict("该部门没有可以接收的负责人，请核查后排除或另行处理。") }
        for head in heads {
            try outbox.enqueue(
                to: head.id, about: "finding/\(finding.id)",
                """
                审计管理员移交一条线索：\(finding.who) \(finding.until.chinese) \(finding.pattern.chinese)，\
                \(finding.pattern.words(finding.count))。说明：\(finding.words ?? "")
                """, at: now, in: tx)
        }
    }

    private func show(
        _ request: WebRequest, refusal: Sentence? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> WebResponse {
        let state = request.query("state").flatMap(Finding.State.init(rawValue:)) ?? .open
        let after = request.query("after")
        let (found, organs, rules) = try await database.read { tx in
            (
                try FindingStore.findings(state, after: after, in: tx), try Directory.organs(in: tx),
                try RulesStore.current(in: tx)
            )
        }
        let page = PatternPage(
            findings: found.items, state: state, organs: OrganNaming(organs), rules: rules, refusal: refusal,
            pager: Pager(next: found.next, of: request), token: request.csrf)
        return .page(page.page, status: status)
    }

    private static let unknown: Sentence = "没有这条线索。"
}
