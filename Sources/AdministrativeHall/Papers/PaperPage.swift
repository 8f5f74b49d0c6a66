import Refusals
import Web
import WorkingTime

/// One original with its receipts, to be printed and signed, and what can be done with it.
struct PaperPage: Sendable {
    let paper: Paper
    let receipts: [PaperReceipt]
    let names: [(key: String, name: String)]
    let organs: Set<String>
    let me: Int64
    let errors: [FieldError]
    let isDone: Bool
    let token: CSRFToken

    var page: Page {
        Page(
            "原件交接单", crumbs: [Link("工作台", HallPath.home), Link("纸质原件", HallPath.papers), Link("交接单", nil)],
            area: .desk,
            body: """
                \(ErrorSummary(errors).html)\(if: isDone, Notice("已记录", tone: .done).html)
                <h1>原件交接单</h1>
                \(SummaryList(rows).html)
                <h2>交接回执</h2>\(chain)
                <p class="actions"><span data-print="打印交接单"></span></p>
                \(actions)
                """)
    }

    private func name(_ organ: String) -> String { names.first { $0.key == organ }?.name ?? organ }

    private var rows: [SummaryList.Row] {
        [
            .init("原件", "\(paper.words)"),
            .init(
                "办件",
                "<a href=\"\(HallPath.deskCase(paper.caseNumber))\"><span class=\"code\">\(paper.caseNumber)</span></a>"
            ),
            .init("收下", "\(paper.takenAt.chinese)"), .init("现在", "\(situation)"),
        ]
    }

    private var situation: String {
        if let at = paper.returnedAt { return "\(at.shortChinese) 已退还申请人" }
        if let heading = paper.heading {
            return "\(heading.handedAt.shortChinese) 由\(name(paper.place))交给\(name(heading.organ))，等待签收"
        }
        return "在\(name(paper.place))"
    }

    private var chain: HTML {
        guard !receipts.isEmpty else { return EmptyState("还没有交接过").html }
        let rows = receipts.map { receipt -> [HTML] in
            [
                "\(name(receipt.from)) → \(name(receipt.to))",
                "\(receipt.handedBy.name)，\(receipt.handedAt.shortChinese)",
                "\(receipt.signedBy.name)，\(receipt.signedAt.shortChinese)",
            ]
        }
        return Table("交接回执", columns: [.init("从哪里到哪里"), .init("交出"), .init("签收")], rows: rows).html
    }

    private var actions: HTML {
        guard paper.returnedAt == nil else { return .empty }
        if let heading = paper.heading {
            if organs.contains(heading.organ), heading.handedBy != me {
                return button("签收", "signature", .primary)
            }
            return organs.contains(paper.place) ? button("没有交出，收回", "recall") : .empty
        }
        guard organs.contains(paper.place) else { return .empty }
        let field = Field(
            "organ", "交给哪个部门", .choice,
            options: names.filter { $0.key != paper.place }.map { .init($0.key, $0.name) },
            error: errors["organ"])
        return """
            <h2>交出</h2>
            \(Form(action: HallPath.paper(String(paper.id), "handovers"), token: token, fields: [field], submit: "交出").html)
            <h2>退还申请人</h2>\(button("已当面退还", "return"))
            """
    }

    private func button(_ label: String, _ part: String, _ tone: PostButton.Tone = .quiet) -> HTML {
        PostButton(label, action: HallPath.paper(String(paper.id), part), token: token, tone: tone).html
    }
}
