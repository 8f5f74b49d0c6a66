import Refusals
import Web
import WorkingTime

/// A document as everybody reads it; the preview of an edition is the same page.
struct ArticlePage {
    let frame: SiteFrame
    let manuscript: Manuscript
    /// When it was first out; nil in a preview of what never was.
    let liveAt: Instant?
    let changedAt: Instant?
    /// What goes with it.
    let files: [Enclosure]
    /// Whether it is a preview: its files are not for everybody yet.
    var isDraft = false
    let links: [PublishedLink]
    let today: CivilDate
    let head: PageHead
    /// What stands above it in a preview.
    var banner = HTML.empty

    var page: Page {
        Page(
            "\(manuscript.title) - \(frame.current?.name ?? "") - \(frame.site.name)",
            crumbs: frame.crumbs(Link(manuscript.title, nil)),
            description: manuscript.summary.isEmpty ? nil : manuscript.summary, head: head,
            body: banner
                + frame.html(
                    """
                    <article class="article"><h1>\(manuscript.title)</h1>
                    <p class="article-facts">\(facts)</p>
                    \(standing)\(policy)
                    \(ContentText(manuscript.body).html(with: ContentImages(files, isDraft: isDraft)))
                    \(attachments.html)</article>
                    \(related)
                    """))
    }

    private var attachments: AttachmentList {
        AttachmentList(files: files.filter { $0.kind == .attachment }) {
            isDraft ? ContentPath.draftAttachment($0) : ContentPath.attachment($0)
        }
    }

    private var facts: HTML {
        let source: HTML = manuscript.source.isEmpty ? "" : "<span>来源：\(manuscript.source)</span> "
        guard let liveAt else { return "\(source)<span>未发布</span>" }
        let isChanged = changedAt.map { $0 - liveAt >= 60 } ?? false
        return """
            \(source)<span>发布：<time datetime="\(liveAt.rfc3339)">\(liveAt.chinese)</time></span>\
            \(if: isChanged, " <span>更新：\((changedAt ?? liveAt).chinese)</span>")
            """
    }

    /// A document that was repealed or amended says so on the original (政府网站发展指引).
    private var standing: HTML {
        let notices = links.filter { !$0.isOwn && $0.relation != .interprets }.map { link -> HTML in
            let verb = link.relation == .repeals ? "本文件已被废止" : "本文件的部分内容已被修改"
            return Notice(
                verb, "<p>见<a href=\"\(link.other.path)\">\(link.other.manuscript.title)</a></p>",
                tone: .warning
            ).html
        }
        return HTML.joined(notices)
    }

    private var policy: HTML? {
        manuscript.policy.map { facts in
            let rows: [(String, String)] = [
                ("文号", facts.documentNumber), ("索引号", facts.indexNumber), ("发文机关", facts.organ),
                ("成文日期", facts.issuedOn?.written ?? ""), ("施行日期", facts.effectiveOn?.written ?? ""),
                ("有效性", validity(facts).sentence.chinese),
            ]
            return SummaryList(rows.filter { !$0.1.isEmpty }.map { SummaryList.Row($0.0, "\($0.1)") }).html
        }
    }

    private func validity(_ facts: PolicyFacts) -> Validity {
        let said = Set(links.filter { !$0.isOwn }.map(\.relation))
        return Validity(facts, on: today, amended: said.contains(.amends), repealed: said.contains(.repeals))
    }

    private var related: HTML {
        HTML.joined(
            [
                list("政策解读", links.filter { $0.relation == .interprets && !$0.isOwn }),
                list("解读的文件", links.filter { $0.relation == .interprets && $0.isOwn }),
                list("修改的文件", links.filter { $0.relation == .amends && $0.isOwn }),
                list("废止的文件", links.filter { $0.relation == .repeals && $0.isOwn }),
            ])
    }

    private func list(_ title: String, _ links: [PublishedLink]) -> HTML {
        guard !links.isEmpty else { return .empty }
        return
            "<section><h2>\(title)</h2><ul class=\"links\">\(each: links, { $0.other.item })</ul></section>\n"
    }
}
