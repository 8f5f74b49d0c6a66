import Refusals
import Storage
import WorkingTime

/// Fills the columns of a demonstration with as many articles as a district has after some years. They are written as
/// rows: nobody wrote, reviewed and published them, and no case stands behind them.
struct ArticleCrowd: Sendable {
    /// Articles of one transaction.
    private static let batchSize = 200

    let database: Database

    /// Adds so many articles, the last of them today.
    ///
    /// - Throws: `conflict` when there is no column for articles.
    func gather(_ count: Int, until now: Instant) async throws {
        let columns = try await database.read { tx in
            try SiteStore.sites(in: tx).flatMap { try SiteStore.columns(of: $0.id, in: tx) }
        }.filter { $0.kind == .article }
        guard !columns.isEmpty else { throw DomainError.conflict("还没有可以放文章的栏目，请先装入示范区。") }
        for start in stride(from: 0, to: count, by: Self.batchSize) {
            try await database.write { tx in
                let turns = start..<min(start + Self.batchSize, count)
                let made = try turns.map { turn in
                    // Four a day, so that columns grow as they do in life.
                    let at = now.adding(seconds: (turn - count) * 21_600)
                    return try article(turn, in: columns[turn % columns.count], at: at, tx)
                }
                try tx.insert(made.map(\.document), columns: Self.documentColumns, into: "content_document")
                try tx.insert(made.map(\.edition), columns: Self.editionColumns, into: "content_edition")
                for article in made { try Findable.refresh(article.id, in: tx) }
            }
        }
    }

    private typealias Made = (id: Int64, document: [SQLValue], edition: [SQLValue])

    private static let documentColumns: [StaticString] = [
        "id", "site_id", "column_id", "kind", "live_edition_id", "live_at", "changed_at",
    ]
    private static let editionColumns: [StaticString] = [
        "id", "document_id", "column_id", "number", "case_number", "title", "manuscript", "revision",
        "is_limited", "author_id", "author_name", "cleared_by", "cleared_by_name", "cleared_at",
        "published_by", "published_by_name", "published_at",
    ]

    private func article(_ turn: Int, in column: Column, at now: Instant, _ tx: Transaction) throws -> Made {
        let (id, edition) = (tx.ids.next(), tx.ids.next())
        let manuscript = Self.manuscript(turn)
        let document: [SQLValue] = [
            .integer(id), .integer(column.siteID), .integer(column.id), .text(column.kind.rawValue),
            .integer(edition), .integer(now.milliseconds), .integer(now.milliseconds),
        ]
        return (
            id, document,
            [
                .integer(edition), .integer(id), .integer(column.id), .integer(1), .text("sample \(edition)"),
                .text(manuscript.title), .text(try encodeJSON(manuscript)), .integer(1), .integer(0),
                .integer(1), .text("样本"), .integer(2), .text("样本"), .integer(now.milliseconds), .integer(3),
                .text("样本"), .integer(now.milliseconds),
            ]
        )
    }

    private static let subjects = [
        "老旧小区改造", "食品经营许可", "学区划分", "养老服务", "星湖绿道", "端砚文化", "道路施工", "就业创业", "防汛防风", "消防检查",
    ]
    private static let places = ["城东街道", "城西街道", "黄岗街道", "睦岗街道"]

    /// One article after another, always the same: some 1,200 characters in a dozen paragraphs.
    private static func manuscript(_ turn: Int) -> Manuscript {
        let (subject, place) = (subjects[turn % subjects.count], places[turn / subjects.count % places.count])
        let paragraphs = (1...12).map { number in
            """
            \(place)第 \(number) 次就\(subject)听取居民意见，到场的有社区、物业和施工单位。居民最关心的是什么时候开工、什么时候完工、\
            出了问题找谁。会上逐条作了答复：本周完成入户登记，下周公示名单，公示无异议的当月开工；每一处都有负责人和电话，\
            写在楼道的公告栏里。编号 \(turn + 1)-\(number)。
            """
        }
        return Manuscript(
            title: "\(place)推进\(subject)（第 \(turn + 1) 期）", summary: "",
            body: "## \(subject)怎么办\n" + paragraphs.joined(separator: "\n"), source: "区政府办公室", policy: nil,
            links: [])
    }
}

extension Content {
    /// Adds synthetic articles to the sample sites, to be measured by.
    ///
    /// - Throws: `DomainError` before there are sites.
    public func loadArticles(_ count: Int, until now: Instant) async throws {
        try await ArticleCrowd(database: editions.database).gather(count, until: now)
    }
}
