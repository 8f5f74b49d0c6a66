import Files
import Government
import Identity
import Jobs
import Journal
import Refusals
import Storage
import WorkingTime

/// What people do with takeovers: each change in one transaction with its entry in the journal.
struct Takeovers: Sendable {
    let database: Database
    let work: TakeoverWork
    let files: FileStore

    /// The newest, a page of them.
    func newest(after: String?) async throws -> Slice<TakeoverRecord> {
        try await database.read { try TakeoverStore.newest(after: after, in: $0) }
    }

    /// Keeps what was read from files, and begins the trial of cases; for staff people first say who is who.
    func receive(
        _ record: TakeoverRecord, _ lines: [TakeoverLine], kept: [Int64] = [], by actor: Actor,
        at now: Instant, once: Idempotency.Request? = nil
    ) async throws -> TakeoverRecord {
        try await database.write { tx in
            if let once, let earlier = try Idempotency.replay(once, in: tx),
                let id = Int64(earlier.response)
            {
                return try TakeoverStore.find(id, in: tx)
            }
            var record = record
            if record.kind == .staff { record.plan.guess(try Directory.organs(in: tx)) }
            try TakeoverStore.insert(record, by: actor, in: tx)
            try LineStore.insert(lines, of: record.id, in: tx)
            try KeptFiles.insert(kept, of: record.id, in: tx)
            try once?.remember(String(record.id), at: now, in: tx)
            try Self.record("takeover.received", "读入", record, by: actor, at: now, in: tx)
            guard record.kind == .cases else { return record }
            try record.look()
            try start(&record, by: actor, at: now, in: tx)
            return record
        }
    }

    /// Changes a takeover by one of its rules.
    ///
    /// - Throws: `notFound`, and what the rule refuses.
    func change(
        _ id: Int64, _ action: String, _ word: String, by actor: Actor, at now: Instant,
        once: Idempotency.Request? = nil,
        _ rule: @escaping @Sendable (inout TakeoverRecord, Transaction) throws -> Void
    ) async throws {
        try await database.write { tx in
            var record = try TakeoverStore.hold(id, in: tx)
            if let once {
                guard try Idempotency.replay(once, in: tx) == nil else { return }
                try once.remember(String(id), at: now, in: tx)
            }
            try rule(&record, tx)
            try Self.record(action, word, record, by: actor, at: now, in: tx)
            guard record.isAtWork else { return try TakeoverStore.update(record, in: tx) }
            try start(&record, by: actor, at: now, in: tx)
        }
    }

    /// Lets work go on whose job was cancelled.
    func resume(_ id: Int64, by actor: Actor, at now: Instant) async throws {
        try await change(id, "takeover.resumed", "继续", by: actor, at: now) { record, tx in
            let job = try record.jobID.flatMap { try JobQueue.find($0, in: tx) }
            guard record.isAtWork, job?.state == .cancelled || job == nil else {
                throw DomainError.conflict("没有需要继续的后台任务。")
            }
        }
    }

    /// Approves it: organs are founded, and the lines follow in the background.
    func approve(
        _ id: Int64, by actor: Actor, at now: Instant, once: Idempotency.Request? = nil
    ) async throws {
        try await change(id, "takeover.approved", "审定同意", by: actor, at: now, once: once) { record, tx in
            try record.approve(by: actor)
            for (department, new) in record.plan.founded.sorted(by: { $0.key < $1.key }) {
                let name = record.plan.departments.first { $0.id == department }?.name ?? new.fullName
                try Directory.found(new.organ(named: name, of: department), in: tx)
            }
        }
    }

    private func start(
        _ record: inout TakeoverRecord, by actor: Actor, at now: Instant, in tx: Transaction
    ) throws {
        guard let act = record.act else { return }
        let order = TakeoverWork.Assignment(takeoverID: record.id, act: act, actor: actor)
        record.jobID = try JobQueue.enqueue(
            kind: TakeoverWork.kind, key: "\(record.id)/\(act.rawValue)/\(tx.ids.next())", payload: order,
            at: now, by: actor.accountID, in: tx)
        try TakeoverStore.update(record, in: tx)
    }

    private static func record(
        _ action: String, _ word: String, _ record: TakeoverRecord, by actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws {
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: "takeover/\(record.id)",
                sentence:
                    "\(actor.name)\(word)旧系统迁入：\(record.system)的\(record.kind.chinese)，共 \(record.lineCount) 行。",
                detail: ["files": record.fileNames.joined(separator: "、")]), in: tx)
    }
}
