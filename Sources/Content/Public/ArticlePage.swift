import Refusals
import Web
import WorkingTime

/// A document as everybody reads it; the preview of an edition is the same page.
struct ArticlePage {
    let frame: SiteFrame
    let manuscript: Manuscript
    let kind: DocumentKind
    /// When it was first out; nil in a preview of what never was.
    let liveAt: Instant?
    let changedAt: Instant?
    /// What goes with it.
    let files: [Enclosure]
    /// Whether it is a preview: its files are not for everybody yet.
    var isDraft = false
    let links: [PublishedLink]
    /// What it shows that is written elsewhere.
    let surroundings: Surroundings
    let today: CivilDate
    let head: PageHead
    var language = Language.simplified
    /// What stands above it in a preview.
    var banner = HTML.empty

    var page: Page {
        Page(
            "\(title) - \(frame.current?.name ?? "") - \(frame.site.name)",
            crumbs: frame.crumbs(Link(title, nil)), scripts: [ReadAloud.script],
            description: summary.isEmpty ? nil : summary, head: head,
            body: banner
                + frame.html(
                    """
                    \(if: isMissing, fallback)<article class="article">\
                    <h1\(attribute: "lang", isMissing ? "zh-Hans" : nil)>\(title)</h1>
                    <p class="article-facts">\(facts)</p>
                    \(ReadAloud().html)                    \(standing)\(policy)\(portrait)\(factList)
                    <div\(attribute: "lang", isMissing ? "zh-Hans" : nil)>\
                    \(ContentText(text).html(with: ContentImages(files, isDraft: isDraft)))</div>
                    \(gallery)\(sections)\(attachments.html)</article>
                    \(related)
                    """))
    }

    private var factList: HTML {
        FactList(kind: kind, manuscript: manuscript, surroundings: surroundings, language: language).html
    }

    private var attachments: AttachmentList {
        AttachmentList(files: files.filter { $0.kind == .attachment }) {
            isDraft ? ContentPath.draftAttachment($0) : ContentPath.attachment($0)
        }
    }

    private var title: String { manuscript.title(in: language) }
    private var isMissing: Bool { manuscript.isMissing(in: language) }
    private var english: EnglishText? { language == .english ? manuscript.english : nil }
    private var summary: String { english?.summary ?? manuscript.summary }
    private var text: String { english?.body ?? manuscript.body }

    private var fallback: HTML {
        Notice(
            "This page is not available in English yet", "<p>It is shown in Chinese.</p>", tone: .warning
        ).html
    }

    private var facts: HTML {
        let source: HTML =
            manuscript.source.isEmpty ? "" : "<span>来源：<span>\(manuscript.source)</span></span> "
        guard let liveAt else { return "\(source)<span>未发布</span>" }
        let isChanged = changedAt.map { $0 - liveAt >= 60 } ?? false
        return """
            \(source)<span>发布：<time datetime="\(liveAt.rfc3339)">\(liveAt.chinese)</time></span>\
            \(if: isChanged, " <span>更新：<span>\((changedAt ?? liveAt).chinese)</span></span>")
            """
    }

    /// A document that was repealed or amended says so on the original (政府网站发展指引).
    private var standing: HTML {
        let notices = links.filter { !$0.isOwn && $0.relation != .interprets }.map { link -> HTML in
            let verb = link.relation == .repeals ? "本文件已被废止" : "本文件的部分内容已被修改"
            return Notice(
                verb,
                "<p>见<a href=\"\(link.other.path)\">\(link.other.manuscript.title(in: language))</a></p>",
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
            "<section><h2>\(title)</h2><ul class=\"links\">\(each: links, { $0.other.item(in: language) })</ul></section>\n"
    }
}
