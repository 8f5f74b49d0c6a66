import HTTPTypes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// Bulletins as everybody reads them: page, paper and open data.
struct PublicPages: Sendable {
    let database: Database
    let publicAddress: String

    var routes: [Route] {
        [
            .get(BulletinPath.all, .anyone, "监察通报") { request, _ in
                let found = try await database.read {
                    try EditionStore.list(after: request.query("after"), in: $0)
                }
                return .page(ListPage(bulletins: found, request: request).page)
            },
            .get(BulletinPath.feed, .anyone, "监察通报（Atom）") { request, _ in
                let found = try await database.read { try EditionStore.list(after: nil, in: $0).items }
                let feed = BulletinFeed(bulletins: found, address: publicAddress, now: request.now)
                return .bytes(Array(feed.xml.utf8), contentType: "application/atom+xml; charset=utf-8")
            },
            .get(BulletinPath.one("{period}"), .anyone, "一期监察通报") { request, _ in
                let period = try BulletinOffice.period(request)
                let wanted = request.query("edition").flatMap { Int32($0) }.map(Int.init)
                let (one, newest, editions) = try await database.read { tx in
                    let newest = try EditionStore.published(period, in: tx)
                    let one =
                        try wanted.map { try EditionStore.published(period, edition: $0, in: tx) } ?? newest
                    return (one, newest.edition.edition, try EditionStore.editions(of: one.id, in: tx))
                }
                return .page(BulletinPage(bulletin: one, newest: newest, editions: editions).page)
            },
            .get(BulletinPath.file("{period}", "bulletin.pdf"), .anyone, "一期监察通报（PDF）") { request, _ in
                let one = try await readable(request)
                return .file(
                    try await BulletinPaper(one).pdf(), name: "\(one.edition.title).pdf",
                    contentType: "application/pdf",
                    disposition: .inline)
            },
            .get(BulletinPath.file("{period}", "figures.csv"), .anyone, "一期监察通报的数据（CSV）") { request, _ in
                let one = try await readable(request)
                return .file(
                    Array(FiguresFile(figures: one.edition.figures).text.utf8),
                    name: "supervision-\(one.period.text).csv", contentType: "text/csv; charset=utf-8")
            },
            .get(BulletinPath.file("{period}", "edition.json"), .anyone, "一期监察通报的全文和数据（JSON）") { request, _ in
                let one = try await readable(request)
                return .file(
                    Array(one.body.utf8), name: "supervision-\(one.period.text).json",
                    contentType: "application/json")
            },
        ]
    }

    /// The newest edition, or the one that is asked for. Throws `notFound` for one that was withdrawn.
    private func readable(_ request: WebRequest) async throws -> PublishedBulletin {
        let period = try BulletinOffice.period(request)
        let wanted = request.query("edition").flatMap { Int32($0) }.map(Int.init)
        let one = try await database.read { try EditionStore.published(period, edition: wanted, in: $0) }
        if let day = one.withdrawnAt?.day {
            throw DomainError.notFound("\(period.chinese)的监察通报已于\(day.written)撤回。")
        }
        return one
    }
}
