import Cases
import Codes
import Identity
import Messaging
import Refusals
import Storage
import WorkingTime

/// Words that say who is responsible, before the category and the place do: 燃气 goes to whoever looks after gas, whatever the
/// category is.
public struct WordRoute: Codable, Sendable, Hashable {
    /// Any of these in the title or the content.
    let words: [String]
    /// Key of the organ responsible.
    let organ: String

    /// Whether a text is about it.
    func covers(_ text: String) -> Bool { words.contains { !$0.isEmpty && text.contains($0) } }
}

extension RequestRules {
    /// The organ to which the words of a request point; nil when none do.
    func organ(forWords text: String) -> String? { routes?.first { $0.covers(text) }?.organ }
}

/// Whoever leads is told of an urgent ticket at once, and again whoever leads the organ it is sent to.
enum UrgentAlarm {
    static func follower(outbox: Outbox) -> CaseFollower {
        CaseFollower { event, subject, now, tx in
            guard subject.isUrgent,
                ["case.submitted", "case.assigned", "case.reassigned", "case.hastened"]
                    .contains(event.action)
            else { return }
            for member in try Accounts.members(of: subject.plan.organ, on: now.day, in: tx)
            where member.roles.contains(.head) {
                try outbox.enqueue(
                    to: member.id, about: subject.number.text,
                    "紧急工单「\(subject.said(.title))」，编号 \(subject.number.text)，请立即安排。", at: now, in: tx)
            }
        }
    }
}

extension Case {
    /// Whether whoever took it in says that it cannot wait: at once, or when it turned out so.
    var isUrgent: Bool {
        requestProcess == .ticket && (said(.urgent) == "yes" || plan.promisedLimit?.unit == .hour)
    }
}
