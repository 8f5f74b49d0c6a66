import Web

/// What changed from the version before: what went is struck out, what came is underlined.
struct ComparisonPage {
    let consultation: Consultation
    let old: PublishedVersion
    let new: PublishedVersion

    private var id: String { String(consultation.id) }

    var page: Page {
        let lines = Comparison(from: old.passages, to: new.passages).lines
        let changed = lines.filter { $0.fate != .same }
        return Page(
            "第 \(new.version) 版改了什么",
            crumbs: [
                Link("征求意见", ConsultationPath.all),
                Link(consultation.facts.title, ConsultationPath.one(id)),
                Link("第 \(new.version) 版改了什么", nil),
            ],
            body: """
                <h1>第 \(new.version) 版改了什么</h1>
                <p class="lead">\(consultation.facts.title)，和第 \(old.version) 版相比改了 \(changed.count) 条，\(lines.count - changed.count) 条没有改。\
                删去的字划掉，加上的字有下划线。</p>
                <p>\(new.note)</p>
                \(each: changed, line)
                """)
    }

    private func line(_ line: Comparison.Line) -> HTML {
        let fate = line.fate == .added ? "新增" : line.fate == .removed ? "删去" : "修改"
        return """
            <section class="diff" id="\(line.passage.anchor)"><h2>\(fate)：\(line.passage.heading)</h2>
            \(if: line.heading.count > 1, "<p>\(each: line.heading, piece)</p>")
            <div class="diff-text">\(each: line.words, piece)</div>
            \(because(line))</section>
            """
    }

    private func because(_ line: Comparison.Line) -> HTML? {
        // What a passage was once changed because of is not why it goes.
        let passage = line.fate == .removed ? gone(line.passage.anchor) : line.passage
        guard let numbers = passage?.because, !numbers.isEmpty else { return nil }
        return """
            <p>根据\(each: numbers, { number in
                "<a href=\"\(ConsultationPath.part(id, "comments"))?number=\(number)\">第 \(number) 条意见</a> "
            })</p>
            """
    }

    private func gone(_ anchor: String) -> Passage? { new.removed.first { $0.anchor == anchor } }

    private func piece(_ piece: Comparison.Piece) -> HTML {
        switch piece.kind {
        case .same: "\(piece.words)"
        case .added: "<ins>\(piece.words)</ins>"
        case .removed: "<del>\(piece.words)</del>"
        }
    }
}
