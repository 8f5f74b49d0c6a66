import Government
import Web
import WorkingTime

/// What is out in a column, as its kind is best looked through.
struct ColumnList {
    let column: Column
    let lines: [PublishedLine]
    /// The first image of documents that have one.
    let pictures: [Int64: Enclosure]
    /// The organs documents are about, by key.
    let organs: [String: Organ]
    let language: Language

    var html: HTML {
        switch column.kind {
        case .faq: HTML.joined(lines.map { QuestionPiece(line: $0, language: language).html })
        case .leader: "<ul class=\"people\">\(each: lines, person)</ul>"
        case .gallery: "<ul class=\"picture-wall\">\(each: lines, album)</ul>"
        case .project: "<ul class=\"projects\">\(each: lines, project)</ul>"
        case .organ: organTable
        case .topic: "<ul class=\"projects\">\(each: lines, topic)</ul>"
        case .article, .notice, .policy: "<ul class=\"links\">\(each: lines, { $0.item(in: language) })</ul>"
        }
    }

    private func person(_ line: PublishedLine) -> HTML {
        """
        <li>\(pictures[line.id].map { EnclosedImage($0).portrait })<p><b><a href="\(line.path)">\(line.manuscript.title(in: language))</a></b>\
        <span>\(fact("post", of: line) ?? "")</span></p></li>

        """
    }

    private func album(_ line: PublishedLine) -> HTML {
        """
        <li><figure>\(pictures[line.id].map { EnclosedImage($0).html })<figcaption>\
        <a href="\(line.path)">\(line.manuscript.title(in: language))</a></figcaption></figure></li>

        """
    }

    private func project(_ line: PublishedLine) -> HTML {
        let told = ["industry", "place", "amount", "cooperation", "stage"].compactMap { fact($0, of: line) }
        return """
            <li><h2><a href="\(line.path)">\(line.manuscript.title(in: language))</a></h2>
            <p class="article-facts">\(each: told, { "<span>\($0)</span> " })</p></li>

            """
    }

    private func topic(_ line: PublishedLine) -> HTML {
        """
        <li><h2><a href="\(line.path)">\(line.manuscript.title(in: language))</a></h2>\
        \(if: !line.summary(in: language).isEmpty, "<p>\(line.summary(in: language))</p>")</li>

        """
    }

    private var organTable: HTML {
        Table(
            column.name, columns: [.init("机构"), .init("地址"), .init("电话"), .init("办公时间")],
            rows: lines.map { line in
                let organ = line.manuscript.facts?["organ"].flatMap { organs[$0] }
                return [
                    "<a href=\"\(line.path)\">\(line.manuscript.title(in: language))</a>",
                    "\(organ?.address ?? "")", "\(organ?.phone ?? "")", "\(fact("hours", of: line) ?? "")",
                ]
            }
        ).html
    }

    private func fact(_ name: String, of line: PublishedLine) -> String? {
        guard let field = column.kind.facts.first(where: { $0.name == name }) else { return nil }
        return FactList(
            kind: column.kind, manuscript: line.manuscript, surroundings: .none, language: language
        ).value(of: field)
    }
}
