import Cases
import Government
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// Lives through what the office of the sample district has published: every article is written, reviewed and published
/// by the people whose places these are, under a clock of its own.
struct DemoOffice: Sendable {
    let editions: Editions
    let sites: Sites
    /// Sets the clock of the past.
    let clock: @Sendable (Instant) -> Void

    /// - Throws: a decoding error when the delivered sample is damaged.
    func live(until today: CivilDate) async throws {
        let content = try DemoContent.delivered()
        let start = Instant(day: today.adding(days: -210), hour: 9)
        guard try await isOurs(at: start), let people = try await people(on: today) else { return }
        var columns: [String: Int64] = [:]
        for place in content.sites {
            columns.merge(try await make(place, isPortal: place.code == content.sites.first?.code, at: start))
            { $1 }
        }
        for column in columns.values { try await seat(people, in: column, at: start) }
        var known: [String: Int64] = [:]
        for article in content.articles.sorted(by: { $0.daysAgo > $1.daysAgo }) {
            guard let column = columns[article.in] else { continue }
            known[article.key] = try await publish(
                article, article.manuscript(known), in: column, by: people,
                at: Instant(day: today.adding(days: -article.daysAgo), hour: 8, minute: 40))
        }
        try await leaveDraft(in: columns, by: people, at: Instant(day: today, hour: 8))
        try await DemoReaders(database: editions.database).write(
            known, answeredBy: people.editor, until: today)
    }

    /// Whoever says first that it tells the past does.
    private func isOurs(at now: Instant) async throws -> Bool {
        let telling = Idempotency.Request(accountID: 0, key: "demo-content", operation: "demo", digest: "")
        return try await editions.database.write { tx in
            guard try SiteStore.sites(in: tx).isEmpty, try Idempotency.replay(telling, in: tx) == nil else {
                return false
            }
            try telling.remember("", at: now, in: tx)
            return true
        }
    }

    private struct People {
        let editor: Account
        let reviewer: Account
        let publisher: Account

        var all: [(Account, Role)] { [(editor, .editor), (reviewer, .reviewer), (publisher, .publisher)] }
    }

    private func people(on today: CivilDate) async throws -> People? {
        try await editions.database.read { tx in
            func account(_ name: String) throws -> Account? {
                try Accounts.account(named: name, on: today, in: tx)
            }
            guard let editor = try account("editor"), let reviewer = try account("reviewer"),
                let publisher = try account("publisher")
            else { return nil }
            return People(editor: editor, reviewer: reviewer, publisher: publisher)
        }
    }

    private func make(_ place: DemoContent.Place, isPortal: Bool, at now: Instant) async throws -> [String:
        Int64]
    {
        let draft = SiteDraft(
            code: place.code, name: place.name, motto: place.motto, organ: place.organ,
            accent: ContentSite.Accent(rawValue: place.accent) ?? .blue, host: nil, template: nil)
        let id = try await sites.make(draft, isPortal: isPortal, by: .system, at: now)
        for column in place.columns {
            try await sites.add(
                ColumnDraft(
                    code: column.code, name: column.name, intro: column.intro, kind: column.kind,
                    updateDays: column.days), to: id, by: .system, at: now)
        }
        let made = try await editions.database.read { try SiteStore.columns(of: id, in: $0) }
        return Dictionary(uniqueKeysWithValues: made.map { ("\(place.code)/\($0.code)", $0.id) })
    }

    private func seat(_ people: People, in column: Int64, at now: Instant) async throws {
        for (account, role) in people.all {
            try await sites.post(account.name, as: role, in: column, isGiven: true, by: .system, at: now)
        }
    }

    private func publish(
        _ article: DemoContent.Article, _ manuscript: Manuscript, in column: Int64, by people: People,
        at start: Instant
    ) async throws -> Int64 {
        clock(start)
        let editor = Seat(people.editor)
        let id = try await editions.begin(in: column, manuscript, by: editor, at: start)
        for picture in article.pictures ?? [] {
            try await add(picture, to: id, by: editor, at: start.adding(seconds: 300))
        }
        try await editions.submit(id, by: editor, at: start.adding(seconds: 900))
        try await editions.clear(
            id, isConfirmed: true, opinion: nil, by: Seat(people.reviewer), at: start.adding(seconds: 3_600))
        try await editions.publish(id, by: Seat(people.publisher), at: start.adding(seconds: 4_500))
        return try await editions.database.read {
            try EditionStore.edition(id, for: .system, in: $0).documentID
        }
    }

    /// So that the desks of the office are not empty.
    private func leaveDraft(in columns: [String: Int64], by people: People, at now: Instant) async throws {
        guard let column = columns["duanzhou/news"] else { return }
        clock(now)
        var manuscript = Manuscript.empty(.article, source: "区政府办公室")
        manuscript.title = "四个街道的长者饭堂开餐满月"
        manuscript.body = "四个长者饭堂一个月共供餐 21460 份，平均每份 12 元，政府补助 3 元。"
        let id = try await editions.begin(in: column, manuscript, by: Seat(people.editor), at: now)
        try await editions.submit(id, by: Seat(people.editor), at: now)
    }
}

extension Seat {
    init(_ account: Account) {
        self.init(
            viewer: account.viewer, actor: account.actor(channel: "page", address: ""), roles: account.roles)
    }
}
