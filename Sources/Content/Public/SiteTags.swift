import Foundation
import Web
import WorkingTime

/// What pages of sites tell machines: the tags of government sites (国办发〔2017〕47号, 附件 网页标签规范), Open Graph and
/// schema.org. Whole addresses begin with the public address of the installation, never with what a request says.
struct SiteTags: Sendable {
    /// `https://…`, without a slash at the end.
    let origin: String
    /// 网站标识码
    let identifier: String

    init(publicAddress: String, identifier: String) {
        origin = publicAddress.hasSuffix("/") ? String(publicAddress.dropLast()) : publicAddress
        self.identifier = identifier
    }

    func home(_ site: ContentSite) -> PageHead {
        let address = origin + ContentPath.site(site.code)
        return PageHead(
            names: names(of: site), properties: graph(site.name, "website", address, site),
            canonical: address,
            linkedData: json(["@type": "GovernmentOrganization", "name": site.name, "url": address]))
    }

    func column(_ column: Column, of site: ContentSite) -> PageHead {
        let address = origin + ContentPath.column(site.code, column.code)
        return PageHead(
            names: names(of: site) + names(of: column),
            properties: graph(column.name, "website", address, site),
            canonical: address, feed: Link(column.name, ContentPath.feed(site.code, column.code)),
            linkedData: json(["@type": "CollectionPage", "name": column.name, "url": address]))
    }

    func document(_ document: PublishedDocument) -> PageHead {
        let (line, site) = (document.line, document.site)
        let (address, summary) = (origin + line.path, line.summary)
        let minute = "\(line.liveAt.day.iso) \(line.liveAt.time)"
        let own: [PageHead.Meta] = [
            .init("ArticleTitle", line.manuscript.title), .init("PubDate", minute),
            .init("ContentSource", line.manuscript.source), .init("Description", summary),
            .init("Url", address),
        ]
        return PageHead(
            names: names(of: site) + names(of: document.column) + own,
            properties: graph(line.manuscript.title, "article", address, site)
                + [
                    .init("og:description", summary),
                    .init("article:published_time", line.liveAt.rfc3339),
                    .init("article:modified_time", line.changedAt.rfc3339),
                ], canonical: address,
            feed: Link(document.column.name, ContentPath.feed(site.code, document.column.code)),
            linkedData: document.column.kind == .faq ? QuestionPage(line).json : article(line, address))
    }

    private func article(_ line: PublishedLine, _ address: String) -> String? {
        json([
            "@type": line.manuscript.policy == nil ? "NewsArticle" : "Legislation",
            line.manuscript.policy == nil ? "headline" : "name": line.manuscript.title,
            "datePublished": line.liveAt.rfc3339, "dateModified": line.changedAt.rfc3339, "url": address,
            "inLanguage": "zh-Hans",
        ])
    }

    private func names(of site: ContentSite) -> [PageHead.Meta] {
        let domain = origin.split(separator: "/").last.map(String.init) ?? origin
        return [
            .init("SiteName", site.name), .init("SiteDomain", domain), .init("SiteIDCode", identifier),
        ]
    }

    private func names(of column: Column) -> [PageHead.Meta] {
        [
            .init("ColumnName", column.name), .init("ColumnDescription", column.intro),
            .init("ColumnKeywords", column.name), .init("ColumnType", column.kind.chinese),
        ]
    }

    private func graph(_ title: String, _ type: String, _ address: String, _ site: ContentSite) -> [PageHead
        .Meta]
    {
        [
            .init("og:title", title), .init("og:type", type), .init("og:url", address),
            .init("og:site_name", site.name),
            .init("og:locale", "zh_CN"),
        ]
    }

    private func json(_ facts: [String: String]) -> String? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let document = facts.merging(["@context": "https://schema.org"]) { given, _ in given }
        return (try? encoder.encode(document)).map { String(decoding: $0, as: UTF8.self) }
    }
}
