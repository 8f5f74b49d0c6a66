/// What is sent along with an address.
struct CommonEntry: Sendable {
    let template_id: String
    let values: [String: String]
    let reference: String?
}

/// The document of an SMS.
struct SMSEntry: Decodable {
    let phone_number: String
    let template_id: String
    let personalisation: [String: PlainValue]?
    let reference: String?

    var common: CommonEntry {
        CommonEntry(
            template_id: template_id, values: (personalisation ?? [:]).mapValues(\.text), reference: reference
        )
    }
}

/// The document of a mail.
struct MailEntry: Decodable {
    let email_address: String
    let template_id: String
    let personalisation: [String: PlainValue]?
    let reference: String?

    var common: CommonEntry {
        CommonEntry(
            template_id: template_id, values: (personalisation ?? [:]).mapValues(\.text), reference: reference
        )
    }
}

/// A text, a number, or several of them, which become lines.
struct PlainValue: Decodable, Sendable {
    let text: String

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self.text = text
        } else if let number = try? container.decode(Int64.self) {
            text = String(number)
        } else if let number = try? container.decode(Double.self) {
            text = String(number)
        } else if let flag = try? container.decode(Bool.self) {
            text = flag ? "yes" : "no"
        } else {
            text = try container.decode([String].self).joined(separator: "\n")
        }
    }
}
