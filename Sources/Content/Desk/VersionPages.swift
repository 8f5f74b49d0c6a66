import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// The texts an edition has had.
struct VersionPages: Sendable {
    let editions: Editions

    private static let missing: Sentence = "没有这篇稿件，或者您无权查看。"

    var routes: [Route] {
        [
            .get(ContentPath.versions("{id}"), .may(.readContent), "版本记录") {
                try await versions($0, $1)
            },
            .post(
                ContentPath.act("{id}", "restoration"), .may(.writeContent), journal: "edition.restored",
                "恢复版本"
            ) { request, officer in
                let (id, form) = (try request.id(Self.missing), try await request.form())
                guard let revision = form["version"].flatMap({ Int($0) }),
                    let seen = form["revision"].flatMap({ Int($0) })
                else { throw DomainError.malformed("没有说明要恢复哪个版本。") }
                try await editions.restore(
                    revision, over: seen, of: id, by: Seat(officer, request), at: request.now)
                return .redirect(to: ContentPath.edition(String(id)))
            },
        ]
    }

    private func versions(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (id, seat) = (try request.id(Self.missing), Seat(officer, request))
        let asked = (request.query("from").flatMap { Int($0) }, request.query("to").flatMap { Int($0) })
        let page = try await editions.database.read { tx in
            let edition = try EditionStore.edition(id, for: seat.viewer, in: tx)
            let versions = try VersionStore.versions(of: id, in: tx)
            let new = asked.1 ?? edition.revision
            let old = asked.0 ?? max(1, new - 1)
            let kind = try SiteStore.column(edition.columnID, in: tx).kind
            return VersionsPage(
                edition: edition, kind: kind, themes: editions.themes, versions: versions,
                old: try VersionStore.version(old, of: id, in: tx),
                new: try VersionStore.version(new, of: id, in: tx), mayWrite: seat.roles.contains(.editor),
                token: request.csrf)
        }
        return .page(page.page)
    }
}

/// The texts of an edition, and what is not the same in two of them.
struct VersionsPage {
    let edition: Edition
    let kind: DocumentKind
    let themes: Themes
    let versions: [SavedVersion]
    let old: SavedVersion
    let new: SavedVersion
    let mayWrite: Bool
    let token: CSRFToken

    private var id: String { String(edition.id) }

    var page: Page {
        Page(
            "版本记录",
            crumbs: [
                Link("工作台", "/desk"), Link("内容管理", ContentPath.desk),
                Link(edition.manuscript.title, ContentPath.edition(id)), Link("版本记录", nil),
            ], width: .wide, area: .desk,
            body: """
                <h1>版本记录</h1>\(comparison)
                <h2>保存过的版本</h2>
                \(Table("保存过的版本", columns: [.init("版本"), .init("保存"), .init("时间"), .init("操作")], rows: versions.map(row)).html)
                """)
    }

    private var comparison: HTML {
        guard old.revision != new.revision else { return "<p>这是第一版，前面没有可以对比的。</p>" }
        return """
            <section class="diff" aria-label="改动"><h2>第 \(old.revision) 版到第 \(new.revision) 版改了什么</h2>
            \(changes.isEmpty ? "<p>内容没有改动。</p>" : changes)</section>
            """
    }

    private var changes: HTML {
        HTML.joined(zip(aspects(of: old), aspects(of: new)).map(aspect) + [body])
    }

    private func aspects(of version: SavedVersion) -> [ManuscriptAspect] {
        version.manuscript.aspects(of: kind, themes: themes)
    }

    /// What both versions say alike is left out: a long page of it would hide the one word that is new.
    private func aspect(_ old: ManuscriptAspect, _ new: ManuscriptAspect) -> HTML {
        guard old.text != new.text else { return .empty }
        return "<p><b>\(new.label)：</b>\(Self.marked(WordDiff(from: old.text, to: new.text)))</p>"
    }

    private var body: HTML {
        let (old, new) = (old.manuscript.body, new.manuscript.body)
        guard old != new else { return .empty }
        return """
            <p><b>正文：</b></p><div class="diff-text">\(Self.marked(WordDiff(from: old, to: new)))</div>
            """
    }

    /// Struck out and underlined, and said in words for those who do not see it.
    static func marked(_ diff: WordDiff) -> HTML {
        HTML.joined(
            diff.pieces.map { piece in
                switch piece {
                case .same(let words): "\(words)"
                case .added(let words): "<ins><span class=\"sr\">（增加）</span>\(words)</ins>"
                case .removed(let words): "<del><span class=\"sr\">（删去）</span>\(words)</del>"
                }
            })
    }

    private func row(_ version: SavedVersion) -> [HTML] {
        let revision = version.revision
        // The first has none before it.
        let compare: HTML? =
            revision == 1
            ? nil
            : """
            <a href="\(ContentPath.versions(id))?from=\(revision - 1)&amp;to=\(revision)">看这一版的改动</a>
            """
        return [
            "第 \(revision) 版", "\(version.savedByName)", "\(version.savedAt.chinese)",
            "\(compare)\(if: mayWrite && revision != edition.revision, restore(revision))",
        ]
    }

    private func restore(_ revision: Int) -> HTML {
        PostButton(
            "恢复这一版", action: ContentPath.act(id, "restoration"), token: token,
            values: [("version", String(revision)), ("revision", String(edition.revision))]
        ).html
    }
}
