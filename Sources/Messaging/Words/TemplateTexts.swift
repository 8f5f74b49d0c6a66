import Refusals

/// What a template says on each way.
public struct TemplateTexts: Sendable, Hashable {
    /// In the inbox here.
    public var inSite: MessageText
    /// By SMS.
    public var sms: MessageText
    /// The subject of the mail.
    public var mailSubject: MessageText
    /// The text of the mail.
    public var mail: MessageText

    /// The longest text of an SMS that gateways here send in one piece or a few: 500 characters.
    public static let smsLimit = 500
    /// The longest subject of a mail, in characters.
    public static let subjectLimit = 120
    /// The longest text of a mail or an inbox, in characters.
    public static let textLimit = 5_000

    /// Texts for all ways.
    public init(inSite: String, sms: String, mailSubject: String, mail: String) {
        self.inSite = MessageText(inSite)
        self.sms = MessageText(sms)
        self.mailSubject = MessageText(mailSubject)
        self.mail = MessageText(mail)
    }

    /// Checks all of them and tells everything that is wrong at once.
    ///
    /// - Throws: `invalid` at the fields `in_site`, `sms`, `mail_subject`, `mail`.
    public func check(allowing names: [String]?) throws {
        var errors: [FieldError] = []
        let fields = [
            ("in_site", inSite, Self.textLimit), ("sms", sms, Self.smsLimit),
            ("mail_subject", mailSubject, Self.subjectLimit), ("mail", mail, Self.textLimit),
        ]
        for (field, text, limit) in fields {
            do { try text.check(as: field, allowing: names, limit: limit) } catch DomainError.invalid(
                let found)
            { errors += found }
        }
        guard !mailSubject.text.contains("\n") else {
            throw DomainError.invalid(errors + [FieldError("mail_subject", "邮件主题只能有一行。")])
        }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
    }
}
