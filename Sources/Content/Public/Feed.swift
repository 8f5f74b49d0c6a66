import Web
import WorkingTime

/// Text of XML 1.0: what the standard does not allow is left out.
enum XMLText {
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\t", "\n": escaped.unicodeScalars.append(scalar)
            default:
                guard scalar.value >= 0x20, scalar.value != 0xFFFE, scalar.value != 0xFFFF else { continue }
                escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

/// The newest of a column as an Atom feed (RFC 4287).
struct Feed {
    /// In the language of the feed.
    let tags: SiteTags
    let site: ContentSite
    let column: Column
    let lines: [PublishedLine]
    /// When the feed is asked for: the date of one that has nothing in it.
    let now: Instant

    var xml: String {
        let address = XMLText.escaped(tags.address(ContentPath.column(site.code, column.code)))
        let own = XMLText.escaped(tags.address(ContentPath.feed(site.code, column.code)))
        let updated = lines.map(\.changedAt).max() ?? now
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(tags.language.rawValue)">
            <id>\(own)</id>
            <title>\(words("\(column.name) - \(site.name)"))</title>
            <updated>\(updated.rfc3339)</updated>
            <author><name>\(words(site.name))</name></author>
            <link rel="self" type="application/atom+xml" href="\(own)"/>
            <link rel="alternate" type="text/html" href="\(address)"/>
            \(lines.map(entry).joined())</feed>

            """
    }

    private func words(_ text: String) -> String { XMLText.escaped(tags.words(text)) }

    /// What nobody wrote in English stays in Chinese, and says so.
    private func spoken(_ line: PublishedLine) -> String {
        line.manuscript.isMissing(in: tags.language) ? " xml:lang=\"zh-Hans\"" : ""
    }

    private func entry(_ line: PublishedLine) -> String {
        let address = XMLText.escaped(tags.address(line.path))
        let language = tags.language
        return """
            <entry>
            <id>\(address)</id>
            <title\(spoken(line))>\(words(line.manuscript.title(in: language)))</title>
            <link rel="alternate" type="text/html" href="\(address)"/>
            <published>\(line.liveAt.rfc3339)</published>
            <updated>\(line.changedAt.rfc3339)</updated>
            <summary\(spoken(line))>\(words(line.summary(in: language)))</summary>
            </entry>

            """
    }
}

/// Maps for search engines (sitemaps.org protocol 0.9).
enum SiteMap {
    static func index(_ addresses: [String]) -> String {
        let maps = addresses.map { "<sitemap><loc>\(XMLText.escaped($0))</loc></sitemap>\n" }.joined()
        return "\(head)<sitemapindex xmlns=\"\(namespace)\">\n\(maps)</sitemapindex>\n"
    }

    static func map(_ addresses: [(String, Instant?)]) -> String {
        let entries = addresses.map { address, changedAt in
            let date = changedAt.map { "<lastmod>\($0.rfc3339)</lastmod>" } ?? ""
            return "<url><loc>\(XMLText.escaped(address))</loc>\(date)</url>\n"
        }
        return "\(head)<urlset xmlns=\"\(namespace)\">\n\(entries.joined())</urlset>\n"
    }

    private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private static let namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
}
