import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// Where telephone exchanges tell of calls: `POST /api/v1/hotline/calls`.
struct CallAPI: Sendable {
    let database: Database
    /// A busy hotline answers some calls a second; whatever sends more has gone wild.
    private let pace: RateLimit

    init(database: Database, burst: Int = 600) {
        self.database = database
        pace = RateLimit(burst: burst, perMinute: 600)
    }

    var routes: [Route] {
        [
            .post(
                HotlinePath.calls, .exchange, journal: "hotline.call_told", "电话系统告知来电",
                api: Self.operation
            ) { request, caller in
                try pace.admit("exchange:\(caller.exchange.id)", at: request.now)
                let event = try CallEvent(try await request.json(CallEventJSON.self), at: request.now)
                let call = try await receive(event, from: caller, request)
                return try .json(CallJSON(call))
            }
        ]
    }

    private func receive(
        _ event: CallEvent, from caller: ExchangeCaller, _ request: WebRequest
    ) async throws -> Call {
        let (exchange, actor, now) = (caller.exchange, caller.actor(request), request.now)
        return try await database.write { tx in
            guard let known = try CallStore.locked(event.reference, of: exchange.id, in: tx) else {
                var call = try Call(event, id: tx.ids.next(), from: exchange)
                call.agent = try ShiftStore.onDuty(at: call.line, of: call.organ, in: tx)?.agent
                guard try CallStore.insert(call, in: tx) else { throw Self.simultaneous }
                try record(call, by: actor, at: now, in: tx)
                return call
            }
            var call = known
            guard try call.receive(event) else { return call }
            if call.line != known.line || call.agent == nil {
                call.agent = try ShiftStore.onDuty(at: call.line, of: call.organ, in: tx)?.agent
            }
            try CallStore.save(call, in: tx)
            try record(call, by: actor, at: now, in: tx)
            return call
        }
    }

    private static let simultaneous = DomainError.conflict("同一个通话的事件正在处理，请重发。")

    private func record(_ call: Call, by actor: Actor, at now: Instant, in tx: Transaction) throws {
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: "hotline.call_told", subject: "call:\(call.id)",
                sentence: "\(actor.name)告知分机 \(call.line) 的来电：\(call.state)。"), in: tx)
        try tx.announce(AgentPages.topic)
    }

    private static let operation = APIOperation(
        id: "tellCall", tag: "热线",
        body: .json(
            .object([
                .init("event", .oneOf(CallEvent.Kind.allCases.map(\.rawValue)), "来电、接通、结束"),
                .init("call", .words(1...64), "电话系统自己的通话编号"),
                .init("extension", .matching("^[0-9]{2,8}$"), "话务员的分机"),
                .init("caller", .nullable(.matching("^\\+?[0-9]{3,20}$")), "来电号码，隐藏的为 null", optional: true),
                .init("at", .nullable(.formatted("date-time")), "什么时候，默认是现在", optional: true),
            ])),
        responses: [
            200: .object([
                .init("id", .text), .init("state", .text), .init("on_duty", .boolean, "分机是不是有人值守"),
            ])
        ])
}

/// What the exchange is told.
private struct CallJSON: Encodable {
    let id: String
    let state: String
    let on_duty: Bool

    init(_ call: Call) { (id, state, on_duty) = (String(call.id), call.state, call.agent != nil) }
}
