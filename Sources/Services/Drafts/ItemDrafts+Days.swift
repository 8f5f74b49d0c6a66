import Cases
import Codes
import Foundation
import Government
import Journal
import Modules
import Refusals
import Storage
import WorkingTime

extension ItemDrafts {
    /// The job that lets drafts come into force on their day, and items end.
    var day: Job {
        Job(name: "services.day", intervalSeconds: 60) { try await carryOutDue(at: $0) }
    }

    /// Publishes what is approved and due, and ends what has had its last day.
    ///
    /// - Throws: `StorageError`. A draft that cannot be published any more goes back to its author and holds up no other.
    public func carryOutDue(at now: Instant) async throws {
        let due = try await database.read { try ItemDraftStore.due(on: now.day, in: $0) }
        for id in due { try await carryOut(id, at: now) }
        let ended = try await database.write { try Self.endDue(at: now, in: $0) }
        if !due.isEmpty || ended { try await library.refresh() }
    }

    /// - Returns: whether any item has ended.
    private static func endDue(at now: Instant, in tx: Transaction) throws -> Bool {
        let ended = try ServiceStore.endDue(before: now.day, at: now, in: tx)
        for item in ended {
            try Journal.append(
                JournalEntry(
                    at: now, actor: .system, action: "item.ended", subject: "item/\(item.slug)",
                    sentence: "「\(item.name)」到期停办。"), in: tx)
        }
        if !ended.isEmpty { try tx.announce(ServiceLibrary.topic) }
        return !ended.isEmpty
    }

    private func carryOut(_ id: Int64, at now: Instant) async throws {
        try await database.write { tx in
            try tx.exclude("services")
            try tx.lock("item_draft", id: id)
            var draft = try Self.find(id, in: tx)
            guard draft.state == .approved else { return }
            var (action, words) = ("item.published", "公布事项")
            do {
                let check = try Self.check(draft, in: tx)
                try check.requireSound(draft)
                draft.settle(as: try Self.publish(draft, at: now, in: tx))
                if draft.purpose == .end { (action, words) = ("item.ending", "安排注销事项") }
            } catch let refusal as DomainError {
                draft.fail("到生效日期时不能公布。\(refusal.sentence.chinese)")
                (action, words) = ("item.failed", "未能公布事项")
            }
            try ItemDraftStore.update(draft, in: tx)
            try Self.record(action, words, draft, by: .system, at: now, in: tx)
        }
    }

    /// - Returns: the version; nil for an end.
    private static func publish(_ draft: ItemDraft, at now: Instant, in tx: Transaction) throws -> Int? {
        try tx.announce(ServiceLibrary.topic)
        let item = draft.item
        if draft.purpose == .end {
            try ServiceStore.setEnd(draft.endsOn, of: item.slug, in: tx)
            return nil
        }
        let code = item.code(organCode: try Directory.organ(item.organ, in: tx)?.code.text ?? "")
        if item.isDrawn { try Self.publishDrawing(of: draft, at: now, in: tx) }
        _ = try ServiceStore.publish(item, code: code, at: now, in: tx)
        try ServiceStore.setEnd(draft.endsOn, of: item.slug, in: tx)
        return try ServiceStore.current(named: item.slug, in: tx)?.version
    }

    /// The order of a joint service becomes a process, on which cases begin from now on.
    private static func publishDrawing(of draft: ItemDraft, at now: Instant, in tx: Transaction) throws {
        let offered = try ServiceStore.current(in: tx).map(\.item)
        let names = try Directory.organs(in: tx).namesByKey
        let drawing = JointDrawing(draft.item, among: offered, organs: names)
        try ProcessFile(drawn: Data(drawing.xml.utf8)).publishUnlessSame(
            by: draft.review?.accountID ?? draft.author.accountID, at: now, in: tx)
    }
}
