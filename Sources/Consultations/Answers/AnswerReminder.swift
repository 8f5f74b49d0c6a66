import Identity
import Journal
import Messaging
import Refusals
import Storage
import WorkingTime

/// Reminds the organ of a draft that is over and not closed: everybody who said something waits for an answer. A job.
struct AnswerReminder: Sendable {
    let office: ConsultationOffice

    init(office: ConsultationOffice) { self.office = office }

    /// All that are due on the day.
    func remind(at now: Instant) async throws {
        let due = try await office.database.read { tx in
            let rules = try ConsultationRules.current(in: tx)
            return try ConsultationStore.waiting(on: now.day, every: rules.remindDays, in: tx)
        }
        for id in due { try await remind(id, at: now) }
    }

    private func remind(_ id: Int64, at now: Instant) async throws {
        try await office.database.write { tx in
            let rules = try ConsultationRules.current(in: tx)
            let one = try ConsultationStore.locked(id, in: tx)
            // Somebody may have closed it, or another node reminded, since we looked.
            guard one.isWaiting(on: now.day),
                try ConsultationStore.remind(id, on: now.day, every: rules.remindDays, in: tx)
            else { return }
            let unanswered = try CommentStore.unanswered(of: id, in: tx)
            let words = one.reminder(unanswered: unanswered)
            for member in try Accounts.members(of: one.organ, on: now.day, in: tx) where one.concerns(member)
            {
                try office.outbox.enqueue(
                    to: member.id, about: "consultation:\(id)", words, at: now, in: tx)
            }
            try ConsultationOffice.record(
                "consultation.reminded", "提醒答复《\(one.facts.title)》的意见，还有 \(unanswered) 条没有答复。", id,
                by: .reminding, at: now, in: tx)
        }
    }
}

extension Consultation {
    /// Whether its time is over and nothing has been published of what came of it.
    func isWaiting(on day: CivilDate) -> Bool { state == .open && !isTaking(on: day) }

    /// What those are told who owe the answers.
    func reminder(unanswered: Int) -> Sentence {
        guard unanswered > 0 else {
            return "《\(facts.title)》的征求意见已于\(facts.closesOn.chinese)截止，意见都答复了，请结束并公布结果。"
        }
        return
            "《\(facts.title)》的征求意见已于\(facts.closesOn.chinese)截止，还有 \(unanswered) 条意见没有答复。每条意见都要答复采纳或者不采纳的理由，答复完才能公布结果。"
    }

    /// Whoever wrote or published it, and the heads of the organ.
    fileprivate func concerns(_ member: OrganMember) -> Bool {
        member.id == editedBy || member.id == openedBy || member.roles.contains(.head)
    }
}

extension Actor {
    fileprivate static let reminding = Actor(accountID: 0, name: "系统", channel: "job", address: "")
}
