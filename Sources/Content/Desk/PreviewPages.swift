import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// An edition as everybody will see it: as it was saved, or as it is being written.
struct PreviewPages: Sendable {
    let editions: Editions

    private static let missing: Sentence = "没有这篇稿件，或者您无权查看。"

    var routes: [Route] {
        [
            .get(ContentPath.preview("{id}"), .may(.readContent), "预览稿件") { request, officer in
                try await show(request, officer, as: nil)
            },
            // The editor asks again and again while somebody writes: what was sent is shown and kept nowhere.
            .post(
                ContentPath.preview("{id}"), .may(.writeContent), journal: "edition.previewed", "边写边看"
            ) { request, officer in
                let form = try await request.form()
                return try await show(request, officer, as: ManuscriptForm(form))
            },
            .post(
                ContentPath.beginPreview("{id}"), .may(.writeContent), journal: "edition.previewed", "边写边看"
            ) { request, officer in try await begin(request, officer) },
        ]
    }

    /// What has not been saved yet: shown to an editor of the column, and kept nowhere.
    private func begin(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (id, seat) = (try request.id("没有这个栏目。"), Seat(officer, request))
        let form = ManuscriptForm(try await request.form())
        let page = try await editions.database.read { tx in
            let column = try SiteStore.column(id, in: tx)
            guard try SiteStore.roles(of: seat.actor.accountID, in: id, tx).contains(.editor) else {
                throw DomainError.notFound("没有这个栏目，或者您不是它的编辑。")
            }
            let banner = Notice("预览：这一稿还没有保存", "<p>您填写的内容还在原来的页面上。</p>", tone: .warning)
            return try draft(try form.manuscript(column.kind), in: column, banner, request, tx)
        }
        return .page(page.page)
    }

    private func draft(
        _ manuscript: Manuscript, in column: Column, _ banner: Notice, _ request: WebRequest,
        _ tx: Transaction
    ) throws -> ArticlePage {
        let site = try SiteStore.site(column.siteID, in: tx)
        return ArticlePage(
            frame: SiteFrame(
                site: site, columns: try SiteStore.columns(of: site.id, in: tx), current: column),
            manuscript: manuscript, kind: column.kind, liveAt: nil, changedAt: nil, files: [], isDraft: true,
            links: [], surroundings: try Surroundings.read(of: manuscript, in: tx),
            today: request.now.day, head: .empty, banner: banner.html)
    }

    private func show(
        _ request: WebRequest, _ officer: OfficerContext, as written: ManuscriptForm?
    ) async throws -> WebResponse {
        let (id, seat) = (try request.id(Self.missing), Seat(officer, request))
        let page = try await editions.database.read { tx in
            let edition = try EditionStore.edition(id, for: seat.viewer, in: tx)
            let column = try SiteStore.column(edition.columnID, in: tx)
            let site = try SiteStore.site(column.siteID, in: tx)
            let columns = try SiteStore.columns(of: site.id, in: tx)
            let banner = Notice(
                "预览：公众还看不到这一稿", "<p><a href=\"\(ContentPath.edition(String(id)))\">回到稿件</a></p>",
                tone: .warning)
            let manuscript = try written?.manuscript(column.kind) ?? edition.manuscript
            return ArticlePage(
                frame: SiteFrame(site: site, columns: columns, current: column),
                manuscript: manuscript, kind: column.kind, liveAt: edition.published?.at, changedAt: nil,
                files: try EnclosureStore.files(of: id, in: tx), isDraft: true,
                links: try PublicStore.links(
                    said: [], heard: tx.rows(PublicStore.linked(with: edition.documentID).heard)),
                surroundings: try Surroundings.read(of: manuscript, in: tx), today: request.now.day,
                head: .empty, banner: banner.html)
        }
        return .page(page.page)
    }
}
