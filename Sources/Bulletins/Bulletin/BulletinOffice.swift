import Identity
import Journal
import Refusals
import RuleBooks
import Storage
import Web
import WorkingTime

/// Generates bulletins and changes each with its journal entry, in one transaction.
struct BulletinOffice: Sendable {
    let database: Database
    let sources: BulletinSources
    let templates: RuleBook<BulletinTemplates>

    /// The period in the address. Throws `notFound`.
    static func period(_ request: WebRequest) throws -> BulletinPeriod {
        guard let period = BulletinPeriod(try request.parameter("period")) else {
            throw DomainError.notFound(BulletinStore.missing)
        }
        return period
    }

    /// Writes the draft of a period that is over, once.
    func generate(_ period: BulletinPeriod, by actor: Actor, at now: Instant) async throws {
        try await database.write { try generate(period, by: actor, at: now, in: $0) }
    }

    func generate(_ period: BulletinPeriod, by actor: Actor, at now: Instant, in tx: Transaction) throws {
        guard period.isOver(on: now.day) else {
            throw DomainError.conflict(
                "\(period.chinese)还没有结束，\(period.last.adding(days: 1).written)以后才能生成通报。")
        }
        let figures = try sources.figures(of: period, in: tx)
        let sections = try templates.current(in: tx).sections(figures, period)
        if try BulletinStore.find(period, in: tx)?.isDiscarded == true {
            return try change(period, "bulletin.drafted", "重新生成", by: actor, at: now, in: tx) {
                try $0.rewrite(figures, sections, by: actor, at: now)
            }
        }
        let one = Bulletin(
            id: tx.ids.next(), period: period, figures: figures, generatedAt: now, sections: sections,
            editors: actor.accountID > 0 ? [actor.accountID] : [])
        guard try BulletinStore.insert(one, in: tx) else {
            throw DomainError.conflict("\(period.chinese)的通报已经生成，请在列表里打开。")
        }
        try Self.record(
            "bulletin.drafted", "\(actor.name)生成\(period.chinese)监察通报的草稿。", period, by: actor, at: now, in: tx
        )
    }

    /// Drafts that are due and not there: of the newest month, quarter and year that are over, when there is anything to
    /// say. A job; it may run again at any time.
    func generateDue(at now: Instant) async throws {
        try await database.write { tx in
            let days = try templates.current(in: tx).afterDays
            for kind in BulletinPeriod.Kind.allCases {
                let period = BulletinPeriod(kind, of: now.day).previous
                guard now.day.days(since: period.last) >= days, try BulletinStore.find(period, in: tx) == nil,
                    try !sources.figures(of: period, in: tx).isEmpty
                else { continue }
                try generate(period, by: .system, at: now, in: tx)
            }
        }
    }

    /// Changes a bulletin by a rule.
    func change(
        _ period: BulletinPeriod, _ action: String, _ verb: String, because reason: String? = nil,
        by actor: Actor, at now: Instant, in tx: Transaction, _ rule: (inout Bulletin) throws -> Void
    ) throws {
        try tx.lock("bulletin", id: try BulletinStore.bulletin(period, in: tx).id)
        var one = try BulletinStore.bulletin(period, in: tx)
        let before = try Journal.digest(of: one.sections)
        try rule(&one)
        try BulletinStore.update(one, in: tx)
        if one.state == .withdrawn { try BulletinSearch.remove(one, in: tx) }
        try Self.record(
            action, "\(actor.name)\(verb)\(period.chinese)监察通报。", period, by: actor, at: now, before: before,
            after: try Journal.digest(of: one.sections), reason: reason ?? one.withdrawnRemark, in: tx)
    }

    /// Writes a draft from the figures as they are now.
    func refresh(
        _ period: BulletinPeriod, seen: Int, by actor: Actor, at now: Instant, in tx: Transaction
    ) throws {
        let figures = try sources.figures(of: period, in: tx)
        let sections = try templates.current(in: tx).sections(figures, period)
        try change(period, "bulletin.refreshed", "用新的数据更新", by: actor, at: now, in: tx) {
            try $0.refresh(figures, sections, seen: seen, by: actor, at: now)
        }
    }

    /// Publishes what was approved: the words and figures are kept, and the journal has their digest.
    ///
    /// - Parameter seen: the revision that was read; nil where it was read in this transaction.
    func publish(
        _ period: BulletinPeriod, seen: Int? = nil, by actor: Actor, at now: Instant, in tx: Transaction
    ) throws {
        try tx.lock("bulletin", id: try BulletinStore.bulletin(period, in: tx).id)
        var one = try BulletinStore.bulletin(period, in: tx)
        try one.publish(seen: seen, by: actor)
        let words = try templates.current(in: tx)
        let title = words.title(one.figures, period)
        let issuer = try BulletinIssuer(words.issuer, on: now.day, in: tx)?.required()
        let body = try encodeJSON(BulletinEdition(one, title: title, issuer: issuer))
        let digest = Journal.digest(json: body)
        try EditionStore.insert(body, digest: digest, of: one, by: actor.accountID, at: now, in: tx)
        try BulletinStore.update(one, in: tx)
        try BulletinSearch.put(try EditionStore.published(period, in: tx), in: tx)
        try Self.record(
            "bulletin.published", "\(actor.name)公布\(period.chinese)监察通报第 \(one.edition) 版。", period,
            by: actor, at: now,
            after: digest, in: tx)
    }

    private static func record(
        _ action: String, _ sentence: Sentence, _ period: BulletinPeriod, by actor: Actor, at now: Instant,
        before: String? = nil, after: String? = nil, reason: String? = nil, in tx: Transaction
    ) throws {
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: "bulletin:\(period.text)", sentence: sentence,
                beforeDigest: before, afterDigest: after, detail: reason.map { ["reason": $0] } ?? [:]),
            in: tx)
    }
}
