import Refusals
import Storage
import WorkingTime

/// What a program sends: its template with its values, to one address.
public enum ProgramSending {
    /// What a program asks for.
    public struct Request: Sendable {
        let channel: OutwardChannel
        let recipient: String
        let templateCode: String
        let values: [String: String]
        let reference: String?

        /// A request as it came in.
        ///
        /// - Throws: `invalid` for an address that cannot be one, or a reference that is too long.
        public init(
            channel: OutwardChannel, recipient: String, templateCode: String, values: [String: String],
            reference: String?
        ) throws {
            self.recipient =
                channel == .sms
                ? try Self.mobile(recipient) : try MailAddress.checked(recipient, field: "email_address")
            guard (reference?.count ?? 0) <= 200 else {
                throw DomainError.invalid("reference", "reference 最多 200 个字符。")
            }
            (self.channel, self.templateCode) = (channel, templateCode)
            (self.values, self.reference) = (values, reference)
        }

        /// A mobile number of the mainland, with or without +86.
        private static func mobile(_ text: String) throws -> String {
            let plain = text.filter { !$0.isWhitespace && $0 != "-" }
            let digits = plain.hasPrefix("+86") ? String(plain.dropFirst(3)) : plain
            let isMobile =
                digits.utf8.count == 11 && digits.hasPrefix("1")
                && digits.utf8.allSatisfy { (48...57).contains($0) }
                && !["10", "11", "12"].contains(digits.prefix(2))
            guard isMobile else { throw DomainError.invalid("phone_number", "手机号应为 11 位数字，以 13 到 19 开头。") }
            return digits
        }
    }

    /// Takes it in: keeps the words as they will be sent, and asks for the sending.
    ///
    /// - Parameter isTest: it counts as delivered at once, and goes nowhere.
    /// - Throws: `invalid` for an unknown template or missing values, `tooMany` when the day's allowance is used up.
    public static func send(
        _ request: Request, of program: MessageProgram, code: String, isTest: Bool, at now: Instant,
        in tx: Transaction
    ) throws -> Delivery {
        let template = try TemplateStore.version(
            nil, of: request.templateCode, programID: program.id, in: tx)
        guard let template, template.channel == request.channel else {
            throw DomainError.invalid("template_id", "没有这个模板，或者不是\(request.channel.chinese)模板。")
        }
        let subject = request.channel == .mail ? try template.texts.mailSubject.filled(request.values) : ""
        let text = try template.body.filled(request.values)
        guard text.count <= TemplateTexts.textLimit, request.channel == .mail || text.count <= 1_000 else {
            throw DomainError.invalid("personalisation", "填入内容后文字太长。")
        }
        guard try ProgramStore.count(program, on: now.day, in: tx) else {
            let seconds = Instant(day: now.day.adding(days: 1)) - now
            throw DomainError.tooMany("今天已达到每日上限 \(program.dailyLimit) 条。", retryAfterSeconds: seconds)
        }
        var delivery = Delivery(
            id: tx.ids.next(), origin: .program(program.id, code: code, reference: request.reference),
            templateKey: template.key, templateVersion: template.version, channel: request.channel,
            kind: .other,
            recipient: request.recipient, subject: subject, text: text, createdAt: now, dueAt: now)
        guard isTest else {
            try MessageRouting.lay(delivery, in: tx)
            return delivery
        }
        (delivery.state, delivery.sentAt, delivery.finishedAt) = (.delivered, now, now)
        try DeliveryStore.insert(delivery, in: tx)
        return delivery
    }
}
