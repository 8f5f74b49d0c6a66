import Storage
import Web
import WorkingTime

/// Where one is signed in, for programs.
struct SessionListAPI: Sendable {
    let security: AccountSecurity

    var routes: [Route] {
        [
            .get("/api/v1/sessions", .signedIn, "登录的设备", api: Self.list) { request, holder in
                try await list(request, holder)
            },
            .delete(
                "/api/v1/sessions/{id}", .signedIn, journal: "session.ended", "退出一台设备", api: Self.end
            ) { request, holder in
                let id = try request.parameter("id")
                try await security.change(holder, request) { try EndedSessions.one(id, $0) }
                return .noContent
            },
        ]
    }

    private struct Item: Encodable, Sendable {
        let id: String
        let kind: String
        let address: String
        let agent: String
        let factors: [String]
        let created_at: String
        let last_seen_at: String
        let expires_at: String
        let current: Bool
    }

    private func list(_ request: WebRequest, _ holder: SignedIn) async throws -> WebResponse {
        let (id, now) = (holder.account.id, request.now)
        let idle = security.settings.sessions.idleSeconds(isStaff: holder.isStaff)
        let sessions = try await security.database.read {
            try SessionStore.sessions(
                of: id, idleSeconds: idle, at: now, limit: SessionPages.mostListed, in: $0)
        }
        let items = sessions.map { Self.item($0, holder) }
        return try .json(ListDocument(items)).header("Cache-Control", "no-store")
    }

    private static func item(_ session: Session, _ holder: SignedIn) -> Item {
        Item(
            id: session.idHash, kind: session.kind.rawValue, address: session.address, agent: session.agent,
            factors: session.factors.all.map(\.rawValue), created_at: session.createdAt.rfc3339,
            last_seen_at: session.lastSeenAt.rfc3339, expires_at: session.expiresAt.rfc3339,
            current: session.idHash == holder.sessionID)
    }

    private static let list = APIOperation(
        id: "listSessions", tag: "登录",
        responses: [
            200: .page(
                of: .object([
                    .init("id", .text), .init("kind", .oneOf(["page", "api"])), .init("address", .text),
                    .init("agent", .text), .init("factors", .list(.text), "登录时用的方式"),
                    .init("created_at", .formatted("date-time")),
                    .init("last_seen_at", .formatted("date-time")),
                    .init("expires_at", .formatted("date-time")),
                    .init("current", .boolean, "是否就是这次调用的登录"),
                ]))
        ])

    private static let end = APIOperation(id: "endSession", tag: "登录", responses: [204: nil])
}
