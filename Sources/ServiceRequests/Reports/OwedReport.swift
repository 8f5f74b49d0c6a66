import Cases
import Codes
import Identity
import Journal
import Messaging
import Refusals
import Storage
import WorkingTime

/// The report (办结报告) that an organ owes the office that has handed it a petition (交办; 信访工作条例 art. 22).
struct OwedReport: Sendable, Hashable {
    /// Keys of the organ that owes it, and of the office to which.
    let organ: String
    let office: String
    /// The last day for it.
    let dueOn: CivilDate
    private(set) var words: String?
    private(set) var reportedAt: Instant?
    private(set) var reportedBy: String?

    static let longest = 2_000

    init(organ: String, office: String, dueOn: CivilDate) {
        (self.organ, self.office, self.dueOn) = (organ, office, dueOn)
    }

    /// Reports, once.
    ///
    /// - Throws: `forbidden` for others, `conflict` when it was done, `invalid` without words.
    mutating func report(_ words: String, by actor: Actor, at now: Instant) throws {
        guard actor.organ == organ else { throw DomainError.forbidden("由承办单位提交办结报告。") }
        guard self.words == nil else { throw DomainError.conflict("办结报告已经提交过。") }
        guard (4...Self.longest).contains(words.count) else {
            throw DomainError.invalid("report", "请写明怎样办理、结果怎样，4 到 \(Self.longest) 字。")
        }
        (self.words, reportedAt, reportedBy) = (words, now, actor.name)
    }

    /// Whether its day has passed without it, or had when it came.
    func isLate(on today: CivilDate) -> Bool { (reportedAt?.day ?? today) > dueOn }

    /// The day of a form; nil where none is asked for, because the petition is only passed on.
    ///
    /// - Throws: `invalid` for a day that is none, has passed or is further than the answer and its extension.
    static func day(_ text: String?, on today: CivilDate) throws -> CivilDate? {
        guard let text, !text.isEmpty else { return nil }
        guard let day = CivilDate(iso: text), (today.adding(days: 1)...today.adding(days: 90)).contains(day)
        else {
            throw DomainError.invalid("report_by", "请填写今天以后、90 天以内的日期。")
        }
        return day
    }
}

extension OwedReport {
    static let sealed = SealedTable("service_request_report", columns: ["words"])

    fileprivate init(_ row: Row) throws {
        (organ, office) = (try row.text("organ"), try row.text("office"))
        dueOn = try row.day("due_on")
        words = try row.optionalText("words")
        reportedAt = try row.optionalInstant("reported_at")
        reportedBy = try row.optionalText("reported_by")
    }

    /// The one that the organ in charge owes; nil where it owes none. What another one owed before it objected is over, and so
    /// is what was not yet written when the petition was withdrawn.
    static func owed(on subject: Case, in tx: Transaction) throws -> OwedReport? {
        let report = try tx.row(
            """
            SELECT * FROM service_request_report WHERE id = \(subject.id) AND organ = \(subject.plan.organ)
            """
        ).map { try OwedReport(sealed.opened($0, in: tx)) }
        return subject.phase == .withdrawn && report?.words == nil ? nil : report
    }

    /// Keeps it, in place of one that another organ owed before.
    func keep(of request: Int64, in tx: Transaction) throws {
        let text = try words.map { try Self.sealed.seal($0, "words", row: request, in: tx) }
        try tx.execute(
            """
            INSERT INTO service_request_report (id, organ, office, due_on, words, reported_at, reported_by)
            VALUES (\(request), \(organ), \(office), \(dueOn), \(text), \(reportedAt), \(reportedBy))
            ON CONFLICT (id) DO UPDATE SET organ = excluded.organ, office = excluded.office, due_on = excluded.due_on,
                words = excluded.words, reported_at = excluded.reported_at, reported_by = excluded.reported_by
            """)
    }
}

extension RequestOffice {
    /// Reports what came of a petition; the office is told.
    ///
    /// - Throws: `notFound` where none is owed, and what the rule refuses.
    @discardableResult
    func report(
        _ number: String, with words: String, once: Idempotency.Request? = nil, by actor: Actor,
        as viewer: Viewer
    ) async throws -> OwedReport {
        let subject = try await subject(number, for: viewer)
        let now = cases.now
        return try await database.write { tx in
            try tx.lock("service_request", id: subject.id)
            guard var report = try OwedReport.owed(on: subject, in: tx) else {
                throw DomainError.notFound("这件不用提交办结报告。")
            }
            if let once {
                guard try Idempotency.replay(once, in: tx) == nil else { return report }
                try once.remember(number, at: now, in: tx)
            }
            try report.report(words, by: actor, at: now)
            try report.keep(of: subject.id, in: tx)
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "service_request.reported", subject: number,
                    sentence: "\(actor.name)提交了 \(number) 的办结报告。", isPublic: false), in: tx)
            let members = try Accounts.members(of: report.office, on: now.day, in: tx)
            for member in members where member.roles.contains(.officer) {
                try outbox.enqueue(
                    to: member.id, about: number, "信访事项 \(number) 的办结报告已经提交。", at: now, in: tx)
            }
            return report
        }
    }
}
