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
    /// Who puts names of sites and columns into other languages.
    let translations: Translations
    /// The language of the page.
    private(set) var language = Language.simplified

    init(publicAddress: String, identifier: String, translations: Translations = Translations()) {
        self.translations = translations
        origin = publicAddress.hasSuffix("/") ? String(publicAddress.dropLast()) : publicAddress
        self.identifier = identifier
    }

    /// The same for pages in a language.
    func speaking(_ language: Language) -> SiteTags {
        var tags = self
        tags.language = language
        return tags
    }

    /// Words in the language of the page.
    func words(_ text: String) -> String { translations.words(text, in: language) }

    /// The whole address of a page in its language.
    func address(_ path: String) -> String { origin + language.prefix + path }

    func home(_ site: ContentSite) -> PageHead {
        let path = ContentPath.site(site.code)
        return PageHead(
            names: names(of: site), properties: graph(words(site.name), "website", path, site),
            canonical: origin + path,
            linkedData: json([
                "@type": "GovernmentOrganization", "name": words(site.name), "url": address(path),
            ]))
    }

    func column(_ column: Column, of site: ContentSite) -> PageHead {
        let path = ContentPath.column(site.code, column.code)
        return PageHead(
            names: names(of: site) + names(of: column),
            properties: graph(words(column.name), "website", path, site),
            canonical: origin + path, feed: Link(column.name, ContentPath.feed(site.code, column.code)),
            linkedData: json([
                "@type": "CollectionPage", "name": words(column.name), "url": address(path),
                "inLanguage": language.rawValue,
            ]))
    }

    func document(_ document: PublishedDocument) -> PageHead {
        let (line, site) = (document.line, document.site)
        let (title, summary) = (line.manuscript.title(in: language), line.summary(in: language))
        let minute = "\(line.liveAt.day.iso) \(line.liveAt.time)"
        let own: [PageHead.Meta] = [
            .init("ArticleTitle", title), .init("PubDate", minute),
            .init("ContentSource", words(line.manuscript.source)), .init("Description", summary),
            .init("Url", address(line.path)),
        ]
        return PageHead(
            names: names(of: site) + names(of: document.column) + own,
            properties: graph(title, "article", line.path, site)
                + [
                    .init("og:description", summary),
                    .init("article:published_time", line.liveAt.rfc3339),
                    .init("article:modified_time", line.changedAt.rfc3339),
                ], canonical: origin + line.path,
            feed: Link(document.column.name, ContentPath.feed(site.code, document.column.code)),
            linkedData: linkedData(document))
    }

    private func names(of site: ContentSite) -> [PageHead.Meta] {
        let domain = origin.split(separator: "/").last.map(String.init) ?? origin
        return [
            .init("SiteName", words(site.name)), .init("SiteDomain", domain), .init("SiteIDCode", identifier),
        ]
    }

    private func names(of column: Column) -> [PageHead.Meta] {
        [
            .init("ColumnName", words(column.name)), .init("ColumnDescription", words(column.intro)),
            .init("ColumnKeywords", words(column.name)), .init("ColumnType", column.kind.chinese),
        ]
    }

    private func graph(_ title: String, _ type: String, _ path: String, _ site: ContentSite)
        -> [PageHead.Meta]
    {
        [
            .init("og:title", title), .init("og:type", type), .init("og:url", address(path)),
            .init("og:site_name", words(site.name)), .init("og:locale", translations.locale(of: language)),
        ]
    }

    func json(_ facts: [String: String]) -> String? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let document = facts.merging(["@context": "https://schema.org"]) { given, _ in given }
        return (try? encoder.encode(document)).map { String(decoding: $0, as: UTF8.self) }
    }
}
