import Cases
import Identity
import Messaging
import Storage
import Web
import WorkingTime

/// 我的: one's matters and messages; licences have pages of their own.
struct MyPages: Sendable {
    let cases: Cases
    let database: Database
    let drafts: @Sendable (Account) async throws -> [DraftLink]

    var routes: [Route] {
        [
            .get(ApplicantPath.home, .signedIn, "我的") { _, _ in .redirect(to: ApplicantPath.cases) },
            .get(ApplicantPath.cases, .signedIn, "我的办件") { try await matters($0, $1) },
            .get(ApplicantPath.messages, .signedIn, "我的消息") { try await messages($0, $1) },
            .post(ApplicantPath.messagesRead, .signedIn, journal: "messages.read", "消息全部标为已读") {
                try await markRead($0, $1)
            },
        ]
    }

    private func matters(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        // An officer's matters are those of the desk; one's own are asked for with a citizen's account.
        if caller.isStaff { return .redirect(to: "/desk") }
        var filter = CaseFilter()
        filter.rootsOnly = true
        let after = request.query("after")
        let page = MyCasesPage(
            waiting: after == nil ? try await cases.desk(.mine, for: caller.viewer, after: nil).items : [],
            drafts: after == nil ? try await drafts(caller.account) : [],
            matters: try await cases.list(filter, for: caller.viewer, after: after), now: cases.now)
        return .page(page.page(request))
    }

    private func messages(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let after = request.query("after")
        let page = try await database.read { tx in
            let messages = try Inbox(of: caller.accountID).messages(after: after, in: tx)
            let deliveries = try Deliveries.of(messages: messages.items.map(\.id), in: tx)
            return MyMessagesPage(messages: messages, unread: caller.unread, deliveries: deliveries)
        }
        return .page(page.page(request))
    }

    private func markRead(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let now = cases.now
        try await database.write { _ = try Inbox(of: caller.accountID).markAllRead(at: now, in: $0) }
        return .redirect(to: ApplicantPath.messages)
    }
}
