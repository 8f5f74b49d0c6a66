import Cases
import Desk
import Identity
import Journal
import Messaging
import Refusals
import Storage
import Web
import WorkingTime

/// What somebody sees of the person in whose name they act: the matters, and what the person was told about them.
struct RelativeMatterPages: Sendable {
    let mandates: PersonalMandates
    let cases: Cases
    let database: Database

    var routes: [Route] {
        [
            .get(RelativePath.relative("{id}"), .signedIn, "亲友的办件和消息") { request, caller in
                try await show(request, caller)
            }
        ]
    }

    private func show(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let mandate = try await mandates.inForce(
            try request.id(PersonalMandate.unknown.sentence), for: caller.account, on: request.now.day)
        var filter = CaseFilter()
        filter.rootsOnly = true
        let page = try await cases.list(
            filter, for: mandate.viewer(caller.accountID), after: request.query("after"))
        try await record(mandate, request, caller)
        let numbers = Set(page.items.map(\.number))
        let messages = try await database.read { tx in
            try mandate.principal.accountID.map { account in
                try Inbox(of: account).messages(limit: 100, in: tx).items.filter {
                    numbers.contains($0.subject)
                }
            } ?? []
        }
        return .page(
            RelativeMatterPage(
                mandate: mandate, matters: page.items, messages: Array(messages.prefix(20)), now: request.now,
                pager: Pager(next: page.next, of: request)
            ).page)
    }

    /// A look at somebody else's matters is written down before it is answered.
    private func record(_ mandate: PersonalMandate, _ request: WebRequest, _ caller: SignedIn) async throws {
        let entry = JournalEntry(
            at: request.now, actor: caller.actor(request).acting(for: mandate.principal.name),
            action: "case.progress_read", subject: "person:\(mandate.principal.personID)",
            sentence: "\(caller.account.displayName)作为代办人查看了\(mandate.principal.name)的办件和消息。")
        try await database.write { _ = try Journal.append(entry, in: $0) }
    }
}

extension PersonalMandate {
    /// The matters this mandate lets its agent see: all of the person's own, or those the agent filed.
    fileprivate func viewer(_ account: Int64) -> Viewer {
        switch scope {
        case .everything: .account(id: 0, person: principal.personID, entities: [])
        case .services: .account(id: account, person: nil, entities: [], clients: [principal.personID])
        }
    }
}

/// The matters and messages of one relative.
struct RelativeMatterPage {
    let mandate: PersonalMandate
    let matters: [CaseSummary]
    let messages: [Message]
    let now: Instant
    let pager: Pager

    var page: Page {
        let title = "\(mandate.principal.name)的办件和消息"
        return Page(
            title, crumbs: [Link(RelativeListPage.title, RelativePath.relatives), Link(title, nil)],
            width: .wide,
            body: """
                <h1>\(title)</h1>
                <p class="lead">您代\(mandate.principal.name)办理，到 \(mandate.term.until?.chinese ?? "")止。您所办的每一步都写明是您代办的，每次查看都有记录。</p>
                <h2>办件</h2>\(matters.isEmpty ? EmptyState("还没有办件").html : table)\(pager.html)
                <p class="actions"><a class="button" href="/services">代\(mandate.principal.name)办事</a></p>
                <p class="hint">打开办事指南，在“以谁的名义办理”中选择\(mandate.principal.name)。</p>
                <h2>消息</h2>\(messages.isEmpty ? EmptyState("没有消息").html : told)
                """)
    }

    private var table: HTML {
        Table(
            "亲友的办件", columns: [.init("事项"), .init("状态"), .init("期限"), .init("提交")],
            rows: matters.map { matter in
                [
                    "<a href=\"\(ApplicantPath.progress(matter.number))\">\(matter.name)</a><div class=\"hint code\">\(matter.number)</div>",
                    PhaseBadge(matter).html, due(matter), "\(matter.filedAt.day.shortChinese)",
                ]
            }
        ).html
    }

    private func due(_ matter: CaseSummary) -> HTML {
        guard !matter.phase.isFinal, let due = matter.dueAt else { return "—" }
        return matter.isOverdue(at: now)
            ? StatusBadge("已超期", .late).html : "\(due.day.shortWithWeekday)到期"
    }

    private var told: HTML {
        """
        <ul class="links messages">\(each: messages, { message in
            """
            <li><div>\(message.sentence)<p><a href="\(ApplicantPath.progress(message.subject))">查看办件\
            <span class="sr"> \(message.subject)</span></a></p></div><span>\(message.createdAt.shortChinese)</span></li>
            """
        })</ul>
        """
    }
}
