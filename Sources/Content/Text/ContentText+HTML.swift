import Web

/// The text as it stands on its page: every word is escaped where it stands.
extension ContentText {
    /// The blocks, one after the other, without images.
    var html: HTML { html(with: .none) }

    /// The blocks, one after the other, with the images they name; images that follow each other stand side by side.
    func html(with images: ContentImages) -> HTML {
        var (html, row) = (HTML.empty, [HTML]())
        for block in blocks {
            if case .image = block {
                row.append(block.html(with: images))
            } else {
                html += Self.gallery(row) + block.html(with: images)
                row = []
            }
        }
        return html + Self.gallery(row)
    }

    private static func gallery(_ row: [HTML]) -> HTML {
        row.count < 2 ? HTML.joined(row) : "<div class=\"gallery\">\(HTML.joined(row))</div>\n"
    }
}

extension ContentText.Block {
    fileprivate func html(with images: ContentImages) -> HTML {
        switch self {
        case .heading(let level, let spans):
            level == 2 ? "<h2>\(spans.html)</h2>\n" : "<h3>\(spans.html)</h3>\n"
        case .paragraph(let spans): "<p>\(spans.html)</p>\n"
        case .quote(let spans): "<blockquote><p>\(spans.html)</p></blockquote>\n"
        case .list(false, let items): "<ul>\(each: items, { "<li>\($0.html)</li>" })</ul>\n"
        case .list(true, let items): "<ol>\(each: items, { "<li>\($0.html)</li>" })</ol>\n"
        case .table(let rows): Self.table(rows)
        case .image(let alt, let number): images.html(alt, number)
        }
    }

    private static func table(_ rows: [[[ContentText.Span]]]) -> HTML {
        let head = rows.first ?? []
        return """
            <div class="article-table" role="region" aria-label="表格" tabindex="0"><table>
            <thead><tr>\(each: head, { "<th scope=\"col\">\($0.html)</th>" })</tr></thead>
            <tbody>\(each: rows.dropFirst(), { "<tr>\(each: $0, { "<td>\($0.html)</td>" })</tr>" })</tbody>
            </table></div>

            """
    }
}

extension [ContentText.Span] {
    fileprivate var html: HTML {
        HTML.joined(
            map { span in
                switch span {
                case .words(let words): "\(words)"
                case .strong(let words): "<strong>\(words)</strong>"
                case .link(let words, let address): "<a href=\"\(address)\">\(words)</a>"
                }
            })
    }
}
