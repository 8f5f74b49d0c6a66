import Cases
import Codes
import Files
import Government
import Identity
import Journal
import Refusals
import Storage
import WorkingTime

/// Asking others before information is given out: the limit stands still meanwhile (art. 33), with the letter as its
/// evidence.
extension Requests {
    /// A letter to somebody who is to be asked.
    struct Letter: Sendable {
        let kind: Consultation.Kind
        let party: String
        let about: String
        let fileID: Int64
        let fileName: String

        /// - Throws: `invalid` naming every field that is wrong.
        func check() throws {
            var errors: [FieldError] = []
            if party.isEmpty { errors.append(FieldError("party", "请写明征求谁的意见。")) }
            if party.count > 100 { errors.append(FieldError("party", "最多 100 字，请精简。")) }
            if about.isEmpty { errors.append(FieldError("about", "请写明征求意见的内容。")) }
            if about.count > Consultation.longestWords {
                errors.append(FieldError("about", "最多 \(Consultation.longestWords) 字，请精简。"))
            }
            guard errors.isEmpty else { throw DomainError.invalid(errors) }
        }
    }

    /// Notes that somebody is asked, and lets the clocks stand still.
    func consult(_ letter: Letter, for number: String, by actor: Actor, as viewer: Viewer) async throws {
        try letter.check()
        let rules = try await rules()
        let id = database.ids.next()
        let now = cases.now
        let calendar = try await directory.calendar()
        let days = RequestPlan.days(rules.limits.consultationDays)
        let due = calendar.reckon(days, from: now, now: now).due?.day ?? now.day.adding(days: 21)
        try await cases.change(
            number, by: actor, as: viewer,
            also: { matter, tx in
                let consultation = Consultation(
                    id: id, requestID: matter.root.id, kind: letter.kind, party: letter.party,
                    about: letter.about, evidenceFile: letter.fileID, evidenceName: letter.fileName,
                    sentAt: now, sentBy: actor.name, dueOn: due)
                guard try ConsultationStore.all(of: matter.root.id, in: tx).count < ConsultationStore.most
                else { throw DomainError.conflict("一件申请最多征求 \(ConsultationStore.most) 次意见。") }
                try files.attach(
                    letter.fileID, toCase: number, owner: actor.accountID, in: tx)
                try ConsultationStore.insert(consultation, in: tx)
            }
        ) { matter, occasion in
            guard matter.root.isDisclosureRequest else { throw DomainError.notFound("没有找到这件申请。") }
            try matter.root.requireHandler(actor)
            // One pause for all who are asked at the same time.
            guard !matter.root.isPaused else { return }
            try matter.pause(
                number, for: .third_party, note: "征求「\(letter.party)」的意见",
                expectedDays: max(1, due.days(since: now.day)), on: occasion)
        }
    }

    /// Enters what somebody answered, or that they did not; with the last one the clocks run again.
    func enter(
        _ reply: Consultation.Reply, _ words: String, of id: Int64, for number: String, by actor: Actor,
        as viewer: Viewer
    ) async throws {
        let now = cases.now
        let subject = try await view(number, for: viewer).subject
        let asked = try await database.read { try ConsultationStore.all(of: subject.id, in: $0) }
        guard asked.contains(where: { $0.id == id }) else { throw DomainError.notFound("没有这次征求意见。") }
        let isLast = !asked.contains { $0.id != id && $0.reply == nil }
        try await cases.change(
            number, by: actor, as: viewer,
            also: { matter, tx in
                let all = try ConsultationStore.all(of: matter.root.id, in: tx)
                guard var consultation = all.first(where: { $0.id == id }) else {
                    throw DomainError.notFound("没有这次征求意见。")
                }
                guard isLast == !all.contains(where: { $0.id != id && $0.reply == nil }) else {
                    throw DomainError.conflict("同事刚刚登记了别的结果，请再试一次。")
                }
                try consultation.answer(reply, words, at: now)
                try ConsultationStore.save(consultation, in: tx)
                try Journal.append(
                    JournalEntry(
                        at: now, actor: actor, action: "disclosure.consulted", subject: number,
                        sentence: "登记「\(consultation.party)」的意见：\(reply.chinese)。"), in: tx)
            }
        ) { matter, occasion in
            try matter.root.requireHandler(actor)
            if isLast, matter.root.isPaused { try matter.resume(number, on: occasion) }
        }
    }
}
