import Cases
import Codes
import Foundation
import Journal
import Messaging
import NIOCore
import Refusals
import Storage
import Web
import WorkingTime

/// Rates a visit by code, grade and time, or throws why not.
public typealias TextRating = @Sendable (String, Int, Instant) async throws -> Void

/// 短信查进度、评价: a gateway passes on what somebody wrote, and sends back what is answered.
///
/// The gateway proves itself as it does with receipts: HMAC-SHA256 over `timestamp.body` under its secret.
struct TextRoutes: Sendable {
    private static let limitBytes = 8 << 10

    let database: Database
    let cases: Cases
    let secrets: [String: String]
    let publicAddress: String
    let rate: TextRating
    /// Every answer costs: a telephone gets six at once, and one a minute.
    private let telephones = RateLimit(burst: 6, perMinute: 1)
    /// Who guesses at a matter from many telephones.
    private let numbers = RateLimit(burst: 10, perMinute: 1)

    init(
        database: Database, cases: Cases, secrets: [String: String], publicAddress: String,
        rate: @escaping TextRating
    ) {
        (self.database, self.cases, self.rate) = (database, cases, rate)
        (self.secrets, self.publicAddress) = (secrets, publicAddress)
    }

    private struct Inbound: Decodable {
        let from: String
        let text: String
    }

    private struct Reply: Encodable {
        let reply: String
    }

    var routes: [Route] {
        [
            .post("/v2/inbound/{carrier}", .anyone, journal: "case.progress_read", "短信查进度") { request, _ in
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
        guard let inbound = try? JSONDecoder().decode(Inbound.self, from: Data(body)),
            (1...32).contains(inbound.from.count)
        else { throw DomainError.malformed("上行短信应为 {\"from\":手机号码,\"text\":内容}。") }
        // Whoever writes too often is not answered: an answer that says so costs as much as any other.
        guard (try? telephones.admit(inbound.from, at: request.now)) != nil else { return .noContent }
        return try .json(Reply(reply: try await answer(inbound, request)))
    }

    private func answer(_ inbound: Inbound, _ request: WebRequest) async throws -> String {
        if let rating = RatingText(inbound.text) { return try await take(rating, at: request.now) }
        guard let question = ProgressQuestion(inbound.text) else { return ProgressAnswer.help }
        guard (try? numbers.admit(question.number, at: request.now)) != nil else {
            return ProgressAnswer.unknown
        }
        do {
            let view = try await cases.progress(question.number, code: question.code)
            try await record(view, by: Masking.phone(inbound.from), at: request.now)
            return ProgressAnswer(view: view, site: publicAddress).text
        } catch DomainError.notFound { return ProgressAnswer.unknown }
    }

    /// What was refused is said in the words of the refusal.
    private func take(_ rating: RatingText, at now: Instant) async throws -> String {
        do {
            try await rate(rating.code, rating.grade, now)
            return RatingText.thanks
        } catch let refusal as DomainError { return refusal.sentence.chinese }
    }

    private func record(_ view: CaseView, by telephone: String, at now: Instant) async throws {
        // Of whose name the matter does not tell, it does not tell the telephone either.
        let sentence: Sentence =
            view.subject.applicant.pseudonym == nil
            ? "有人用手机 \(telephone) 发短信，凭回执查询了进度。" : "有人发短信，凭回执查询了进度。"
        let entry = JournalEntry(
            at: now, actor: Actor(accountID: 0, name: "持回执人", channel: "sms", address: ""),
            action: "case.progress_read", subject: view.subject.number.text, sentence: sentence)
        try await database.write { _ = try Journal.append(entry, in: $0) }
    }
}
