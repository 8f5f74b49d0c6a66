import WorkingTime

/// The newest bulletins as an Atom feed (RFC 4287).
struct BulletinFeed {
    let bulletins: [PublishedBulletin]
    let address: String
    /// When the feed is asked for: the date of one that has nothing in it.
    let now: Instant

    var xml: String {
        let own = Self.escaped(address + BulletinPath.feed)
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-Hans">
            <id>\(own)</id>
            <title>监察通报</title>
            <updated>\((bulletins.map(\.changedAt).max() ?? now).rfc3339)</updated>
            <author><name>电子监察</name></author>
            <link rel="self" type="application/atom+xml" href="\(own)"/>
            <link rel="alternate" type="text/html" href="\(Self.escaped(address + BulletinPath.all))"/>
            \(bulletins.map(entry).joined())</feed>

            """
    }

    private func entry(_ one: PublishedBulletin) -> String {
        let place = Self.escaped(address + BulletinPath.one(one.period.text))
        let summary =
            one.isWithdrawn
            ? "已撤回：\(one.withdrawnRemark ?? "")"
            : one.edition.remark ?? one.edition.sections.first?.text ?? ""
        return """
            <entry>
            <id>\(place)</id>
            <title>\(Self.escaped(one.edition.title))</title>
            <link rel="alternate" type="text/html" href="\(place)"/>
            <updated>\(one.changedAt.rfc3339)</updated>
            <summary>\(Self.escaped(summary))</summary>
            </entry>

            """
    }

    /// Text of XML 1.0: what the standard does not allow is left out.
    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default:
                if scalar.value >= 0x20 || scalar == "\n" { escaped.unicodeScalars.append(scalar) }
            }
        }
    }
}
