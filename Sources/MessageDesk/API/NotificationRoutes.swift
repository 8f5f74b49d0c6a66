import Foundation
import HTTPTypes
import Journal
import Messaging
import Refusals
import Storage
import Web
import WorkingTime

/// Sending and looking up, as the client libraries of GOV.UK Notify do it.
struct NotificationRoutes: Sendable {
    private static let path = "/v2/notifications"
    private static let pageSize = 250

    let database: Database
    let channels: Set<OutwardChannel>
    let root: String
    /// As the interface it follows: 3,000 a minute.
    private let pace = RateLimit(burst: 300, perMinute: 3_000)

    init(database: Database, channels: Set<OutwardChannel>, root: String) {
        (self.database, self.channels, self.root) = (database, channels, root)
    }

    var routes: [Route] {
        [
            .post("\(Self.path)/sms", .messageProgram, journal: "message.program_sent", "发送短信") {
                request, caller in
                let entry = try await request.json(SMSEntry.self)
                return try await send(.sms, entry.phone_number, entry.common, request, caller)
            },
            .post("\(Self.path)/email", .messageProgram, journal: "message.program_sent", "发送邮件") {
                request, caller in
                let entry = try await request.json(MailEntry.self)
                return try await send(.mail, entry.email_address, entry.common, request, caller)
            },
            .get(Self.path, .messageProgram, "发送过的消息") { request, caller in try await list(request, caller) },
            .get("\(Self.path)/{id}", .messageProgram, "发送过的一条消息") { request, caller in
                try pace.admit("program:\(caller.program.id)", at: request.now)
                return try .json(NotificationJSON(try await one(request.parameter("id"), caller), root: root))
            },
        ]
    }

    private func send(
        _ channel: OutwardChannel, _ recipient: String, _ entry: CommonEntry, _ request: WebRequest,
        _ caller: ProgramCaller
    ) async throws -> WebResponse {
        let (now, actor, program) = (request.now, caller.actor(request), caller.program)
        try pace.admit("program:\(program.id)", at: now)
        guard channels.contains(channel) || caller.isTest else {
            throw DomainError.conflict("本站没有开通\(channel.chinese)。")
        }
        let wanted = try ProgramSending.Request(
            channel: channel, recipient: recipient, templateCode: entry.template_id.lowercased(),
            values: entry.values, reference: entry.reference)
        let code = UUID().uuidString.lowercased()
        let delivery = try await database.write { tx in
            let delivery = try ProgramSending.send(
                wanted, of: program, code: code, isTest: caller.isTest, at: now, in: tx)
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "message.program_sent", subject: "message:\(delivery.id)",
                    sentence: "\(actor.name)发送一条\(channel.chinese)。"), in: tx)
            return delivery
        }
        return try .json(SentJSON(delivery, root: root), status: .created)
    }

    private func one(_ code: String, _ caller: ProgramCaller) async throws -> Delivery {
        let id = caller.program.id
        let found = try await database.read {
            try Deliveries.delivery(code: code.lowercased(), ofProgram: id, in: $0)
        }
        guard let found else { throw DomainError.notFound("没有这条消息。") }
        return found
    }

    private func list(_ request: WebRequest, _ caller: ProgramCaller) async throws -> WebResponse {
        try pace.admit("program:\(caller.program.id)", at: request.now)
        var last: Int64?
        if let older = request.query("older_than") { last = try await one(older, caller).id }
        let (wanted, program) = (request.queryValues("status"), caller.program.id)
        let states = Delivery.State.allCases.filter { state in wanted.contains { state.answers(to: $0) } }
        let filter = Deliveries.Filter(
            reference: request.query("reference"),
            channels: request.queryValues("template_type").compactMap { OutwardChannel(notifyName: $0) },
            states: states, olderThan: last)
        let isNothing = !wanted.isEmpty && states.isEmpty
        let found = try await database.read {
            isNothing ? [] : try Deliveries.page(ofProgram: program, filter, limit: Self.pageSize, in: $0)
        }
        var links = ["current": "\(root)\(request.uri)"]
        if let code = found.last?.origin.code { links["next"] = "\(root)\(Self.path)?older_than=\(code)" }
        return try .json(
            NotificationListJSON(notifications: found.map { NotificationJSON($0, root: root) }, links: links))
    }
}
