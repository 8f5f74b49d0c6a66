import Foundation
import Journal
import Messaging
import NIOCore
import Refusals
import Storage
import Web
import WorkingTime

/// Where carriers tell whether a message arrived. The signature says that it is they; nothing else is believed.
struct ReceiptRoutes: Sendable {
    let database: Database
    let secrets: [String: String]
    private static let limitBytes = 64 << 10

    private struct Entry: Decodable {
        let id: String
        let status: String
        let reason: String?
    }

    var routes: [Route] {
        [
            .post("/v2/receipts/{carrier}", .anyone, journal: "message.receipt", "送达回执") { request, _ in
                try await receive(request)
            }
        ]
    }

    private func receive(_ request: WebRequest) async throws -> WebResponse {
        let carrier = try request.parameter("carrier")
        var body: [UInt8] = []
        for try await piece in request.stream(limitBytes: Self.limitBytes) { body += piece.readableBytesView }
        try ReceiptSignature.check(
            request.header("X-Minben-Signature"), timestamp: request.header("X-Minben-Timestamp"), body: body,
            secret: secrets[carrier], at: request.now)
        guard let entry = try? JSONDecoder().decode(Entry.self, from: Data(body)),
            ["delivered", "failed"].contains(entry.status)
        else {
            throw DomainError.malformed("回执应为 {\"id\":…,\"status\":\"delivered\" 或 \"failed\",\"reason\":…}。")
        }
        let now = request.now
        let isKnown = try await database.write { tx in
            let isKnown = try Deliveries.receive(
                entry.id, from: carrier, arrived: entry.status == "delivered", reason: entry.reason, at: now,
                in: tx)
            guard isKnown else { return false }
            try Journal.append(
                JournalEntry(
                    at: now, actor: .system, action: "message.receipt", subject: "carrier:\(carrier)",
                    sentence: "收到通道 \(carrier) 的送达回执。"), in: tx)
            return true
        }
        guard isKnown else { throw DomainError.notFound("没有这条消息。") }
        return .noContent
    }
}
