import Codes
import Files
import Identity
import Journal
import Messaging
import Refusals
import Storage
import WorkingTime

/// Takes away what a matter says about people, and keeps that there was one: number, service, organ, days, outcome and
/// what officers did (个人信息保护法 art. 47).
extension Cases {
    /// Deletes it as a part of the transaction that decides so; the journal keeps its hashes and tells of it.
    ///
    /// - Parameters:
    ///   - number: any case of the matter.
    ///   - retention: for how long the law keeps it.
    ///   - ground: why it is deleted, in words.
    /// - Throws: `conflict` when the matter is not over or must still be kept, or when entries about it have no place in
    ///   the log yet; `notFound`; `StorageError`.
    public func erase(
        _ number: String, after retention: Retention, ground: String, by actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws {
        let (_, root) = try place(of: .number(number), for: .system, in: tx)
        try tx.lock("service_case", id: root)
        let matter = matter(try CaseReading.stored(ofRoot: root, in: tx))
        try matter.requireErasable(after: retention, on: now.day)
        for subject in matter.cases {
            try Self.eraseEntries(about: subject, Erasure(ground: ground), by: actor, at: now, in: tx)
            try CaseErasure.erase(subject, in: tx)
            for material in subject.materials {
                try files.detach(material.fileID, fromCase: matter.root.number.text, in: tx)
            }
        }
        try CaseIndexing.writePendingWords(of: matter.cases.map(\.id), in: tx)
        for account in Set(
            [matter.root.applicant.accountID, matter.root.filing.accountID].compactMap(\.self))
        {
            try Inbox(of: account).forget(about: matter.root.number.text, in: tx)
        }
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: "case.erased", subject: matter.root.number.text,
                sentence: "\(actor.name)依法删除了本件中的个人信息：\(ground)", isPublic: false), in: tx)
        memory.forget(root)
    }

    private static let entriesAtOnce = 200

    private static func eraseEntries(
        about subject: Case, _ erasure: Erasure, by actor: Actor, at now: Instant, in tx: Transaction
    ) throws {
        var last: Int64 = 0
        while true {
            let entries = try Journal.entries(
                subject: subject.number.text, onlyPublic: false, after: last, limit: entriesAtOnce, in: tx)
            for stored in entries where stored.erasedAt == nil && subject.isNamed(in: stored.entry) {
                try erasure.erase(stored.id, by: actor, at: now, in: tx)
            }
            guard entries.count == entriesAtOnce, let end = entries.last?.id else { return }
            last = end
        }
    }
}

extension Case {
    /// Whether an entry tells who applied.
    fileprivate func isNamed(in entry: JournalEntry) -> Bool {
        if [filing.accountID, applicant.accountID].contains(entry.actor.accountID) { return true }
        let told = [entry.sentence.chinese] + entry.detail.values
        let names = [applicant.name, applicant.code, applicant.agentName ?? "", filing.filedBy]
        return names.contains { name in !name.isEmpty && told.contains { $0.contains(name) } }
    }
}
