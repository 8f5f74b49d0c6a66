import Foundation
import Messaging
import WorkingTime

/// What a program is told of a notification it sent, in the words of GOV.UK Notify's interface.
struct NotificationJSON: Encodable {
    struct Template: Encodable {
        let id: String
        let version: Int
        let uri: String
    }

    let id: String
    let reference: String?
    let email_address: String?
    let phone_number: String?
    let type: String
    let status: String
    let template: Template
    let body: String
    let subject: String?
    let created_at: String
    let sent_at: String?
    let completed_at: String?

    init(_ delivery: Delivery, root: String) {
        id = delivery.origin.code ?? ""
        reference = delivery.origin.reference
        let isMail = delivery.channel == .mail
        (email_address, phone_number) =
            isMail ? (delivery.recipient, nil) : (nil, delivery.recipient)
        (type, status) = (delivery.channel.notifyName, delivery.notifyStatus)
        template = Template(delivery, root: root)
        (body, subject) = (delivery.text, isMail ? delivery.subject : nil)
        created_at = delivery.createdAt.rfc3339
        sent_at = delivery.sentAt?.rfc3339
        completed_at = delivery.finishedAt?.rfc3339
    }
}

extension NotificationJSON.Template {
    init(_ delivery: Delivery, root: String) {
        let key = delivery.templateKey ?? ""
        (id, version) = (key, delivery.templateVersion ?? 1)
        uri = "\(root)/v2/template/\(key)/version/\(delivery.templateVersion ?? 1)"
    }
}

/// What a program is told when its notification was taken in.
struct SentJSON: Encodable {
    struct Content: Encodable {
        let body: String
        let subject: String?
    }

    let id: String
    let reference: String?
    let content: Content
    let uri: String
    let template: NotificationJSON.Template

    init(_ delivery: Delivery, root: String) {
        id = delivery.origin.code ?? ""
        reference = delivery.origin.reference
        content = Content(body: delivery.text, subject: delivery.channel == .mail ? delivery.subject : nil)
        uri = "\(root)/v2/notifications/\(id)"
        template = NotificationJSON.Template(delivery, root: root)
    }
}

/// A page of notifications, and where the next one is.
struct NotificationListJSON: Encodable {
    let notifications: [NotificationJSON]
    let links: [String: String]
}

extension OutwardChannel {
    /// What the interface calls the way.
    var notifyName: String { self == .sms ? "sms" : "email" }

    /// The way that the interface calls so.
    init?(notifyName: String) {
        switch notifyName {
        case "sms": self = .sms
        case "email": self = .mail
        default: return nil
        }
    }
}

extension Delivery {
    /// How far it has come, in the words of the interface. What a carrier has taken is not yet with the person.
    var notifyStatus: String {
        switch state {
        case .waiting: attempts == 0 ? "created" : "sending"
        case .sent: "sending"
        case .delivered: "delivered"
        case .refused: "permanent-failure"
        case .undelivered: "temporary-failure"
        case .exhausted, .skipped: "technical-failure"
        }
    }
}

extension Delivery.State {
    /// Whether this word of the interface may mean it; `created` and `sending` both mean what waits.
    func answers(to word: String) -> Bool {
        switch self {
        case .waiting: ["created", "sending", "pending"].contains(word)
        case .sent: word == "sending"
        case .delivered: word == "delivered"
        case .refused: ["failed", "permanent-failure"].contains(word)
        case .undelivered: ["failed", "temporary-failure"].contains(word)
        case .exhausted, .skipped: ["failed", "technical-failure"].contains(word)
        }
    }
}
