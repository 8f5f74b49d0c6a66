import HTTPTypes
import Identity
import Journal
import Messaging
import Refusals
import Storage
import Web

/// How far messages came, on the desk. What they say and whom they are for is not for administrators.
struct DeliveryPages: Sendable {
    let database: Database
    let lines: [OutwardChannel: CarrierLine]

    var routes: [Route] {
        [
            .get(MessageDeskPath.deliveries, .may(.readMessages), "消息发送") { request, _ in
                try await list(request)
            },
            .get(MessageDeskPath.delivery("{id}"), .may(.readMessages), "消息发送情况") { request, officer in
                try await show(request, officer)
            },
            .post(
                MessageDeskPath.resending("{id}"), .may(.tendMessages), journal: "message.resent", "重新发送消息"
            ) { request, officer in try await resend(request, officer) },
        ]
    }

    private func list(_ request: WebRequest) async throws -> WebResponse {
        let (state, after) = (
            request.query("state").flatMap(Delivery.State.init), request.query("after")
        )
        let slice = try await database.read { try Deliveries.page(state, after: after, in: $0) }
        let page = DeliveryListPage(
            deliveries: slice.items, state: state, lines: lines, pager: Pager(next: slice.next, of: request))
        return .page(page.page)
    }

    private func show(
        _ request: WebRequest, _ officer: OfficerContext, refusal: Sentence? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> WebResponse {
        let id = try request.id("没有这条消息，可能链接不完整。")
        let (delivery, attempts) = try await database.read { tx in
            (try Deliveries.delivery(id, in: tx), try Deliveries.attempts(of: id, in: tx))
        }
        let page = DeliveryPage(
            delivery: delivery, attempts: attempts, mayTend: officer.may(.tendMessages), refusal: refusal,
            token: request.csrf)
        return .page(page.page, status: status)
    }

    private func resend(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let id = try request.id("没有这条消息，可能链接不完整。")
        let (actor, now) = (officer.actor(request), request.now)
        do {
            try await database.write { tx in
                let delivery = try Deliveries.resend(id, at: now, in: tx)
                try Journal.append(
                    JournalEntry(
                        at: now, actor: actor, action: "message.resent", subject: "message:\(id)",
                        sentence: "\(actor.name)重新发送一条\(delivery.channel.chinese)。"), in: tx)
            }
            return .redirect(to: MessageDeskPath.delivery(String(id)))
        } catch DomainError.conflict(let sentence) {
            return try await show(request, officer, refusal: sentence, status: .conflict)
        }
    }
}
