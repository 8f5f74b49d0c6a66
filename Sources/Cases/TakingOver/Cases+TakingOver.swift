import Codes
import Files
import Government
import Identity
import Journal
import Messaging
import Refusals
import Storage
import WorkingTime

/// Cases that were under way in an older system.
extension Cases {
    /// Numbers for cases that are about to be taken over; one that is not used is a gap.
    public func takeNumbers(_ count: Int) async throws -> [CaseNumber] {
        try await numbers.take(count, on: clock().day)
    }

    /// What a case of an older system would be here, without anything being written.
    ///
    /// - Throws: what taking it over would refuse.
    public func outlook(of old: OldMatter, by actor: Actor, in tx: Transaction) throws -> Case {
        let now = clock()
        return try begin(old, number: try numbers.blank(on: now.day), by: actor, at: now, in: tx).root
    }

    /// Takes a case over under a number of ours, as a part of the transaction that notes where it came from.
    ///
    /// - Throws: `conflict` for what cannot be, with the reason.
    public func takeOver(
        _ old: OldMatter, number: CaseNumber, by actor: Actor, in tx: Transaction
    ) throws -> Case {
        let now = clock()
        let matter = try begin(old, number: number, by: actor, at: now, in: tx)
        for material in old.filing.materials {
            try files.attach(material.fileID, toCase: number.text, owner: old.uploader, in: tx)
        }
        let stored = try CaseWriting.insert(matter, in: tx)
        try Recording.record(matter.events, of: stored, before: [], by: actor, at: now, to: outbox, in: tx)
        try follow(matter, at: now, in: tx)
        return matter.root
    }

    private func begin(
        _ old: OldMatter, number: CaseNumber, by actor: Actor, at now: Instant, in tx: Transaction
    ) throws -> Matter {
        for material in old.filing.materials {
            _ = try files.file(material.fileID, for: .owner(accountID: old.uploader), in: tx)
        }
        return try Matter.takeOver(
            old, number: number, definitions: processes.newest,
            on: occasion(of: actor, at: now, by: Directory.calendar(in: tx)))
    }

    /// What stands in the way of taking such a case away again; `nil` when nothing does, or when it is gone already.
    ///
    /// - Throws: `StorageError`.
    public func obstacle(toRemoving number: String, in tx: Transaction) throws -> Sentence? {
        guard let root = try CaseReading.rootID(of: number, in: tx),
            let stored = try CaseReading.stored(ofRoot: root, in: tx).first
        else { return nil }
        guard stored.subject.filing.channel == FilingRecord.takenOver else { return "这个办件不是迁入的。" }
        guard stored.revision != CaseWriting.first else { return nil }
        let entries = try Journal.entries(subject: number, onlyPublic: false, limit: 100, in: tx)
        let own = ["case.taken_over", "case.old_history"]
        let next = entries.first { !own.contains($0.entry.action) && $0.entry.afterDigest != nil }
        return "迁入以后办件已经变动：\(next?.entry.sentence.chinese ?? "时限重新计算。")"
    }

    /// Those of some cases that something has happened to since they were taken over.
    ///
    /// - Throws: `StorageError`.
    public func changed(among numbers: [String], in tx: Transaction) throws -> [String] {
        guard !numbers.isEmpty else { return [] }
        return try tx.rows(
            """
            SELECT number FROM service_case
            WHERE number IN \(list: numbers) AND revision <> \(CaseWriting.first) ORDER BY number
            """
        ).map { try $0.text("number") }
    }

    /// Takes a case away that was taken over and that nothing has happened to since; the journal keeps that there was one.
    ///
    /// - Throws: `conflict` with what stands in the way.
    public func removeTakenOver(_ number: String, by actor: Actor, in tx: Transaction) throws {
        guard let root = try CaseReading.rootID(of: number, in: tx) else { return }
        try tx.lock("service_case", id: root)
        if let obstacle = try obstacle(toRemoving: number, in: tx) { throw DomainError.conflict(obstacle) }
        let subject = try CaseReading.stored(ofRoot: root, in: tx).first?.subject
        for material in subject?.materials ?? [] {
            try files.detach(material.fileID, fromCase: number, in: tx)
        }
        try CaseRemoval.remove(root, in: tx)
        if let account = subject?.applicant.accountID {
            try Inbox(of: account).forget(about: number, in: tx)
        }
        try Journal.append(
            JournalEntry(
                at: clock(), actor: actor, action: "case.takeover_undone", subject: number,
                sentence: "\(actor.name)撤销迁入，原办件编号 \(subject?.filing.reference ?? "")。"), in: tx)
        memory.forget(root)
    }
}
