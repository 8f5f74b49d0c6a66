import Refusals
import Web
import WorkingTime

/// What an organ has, what is on its way to it, and what it sent.
struct PaperListPage: Sendable {
    let here: [Paper]
    let heading: [Paper]
    let sent: [Delivery]
    let names: [(key: String, name: String)]
    let pager: Pager
    let errors: [FieldError]
    let entered: FormData?
    let done: String?
    let token: CSRFToken

    var page: Page {
        Page(
            "纸质原件", crumbs: [Link("工作台", HallPath.home), Link("纸质原件", nil)], width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                \(if: done == "sent", Notice("已登记，申请人会收到快递单号", tone: .done).html)
                <h1>纸质原件</h1>
                \(if: !heading.isEmpty, "<h2>等待签收</h2>\(table("等待签收", heading))")
                <h2>在我这里</h2>
                \(here.isEmpty ? EmptyState("您的部门现在没有原件").html : table("在我这里", here))
                \(pager.html)
                <h2>收下原件</h2>\(taking)
                <h2>寄出办理结果</h2>\(sending)
                \(if: !sent.isEmpty, "<h2>最近寄出</h2>\(deliveries)")
                """)
    }

    private func name(_ organ: String) -> String { names.first { $0.key == organ }?.name ?? organ }

    private func table(_ title: String, _ papers: [Paper]) -> HTML {
        let rows = papers.map { paper -> [HTML] in
            [
                "<a href=\"\(HallPath.paper(String(paper.id)))\">\(paper.words)</a>",
                "<a href=\"\(HallPath.deskCase(paper.caseNumber))\"><span class=\"code\">\(paper.caseNumber)</span></a>",
                "\(name(paper.place))", "\(paper.heading.map { "已交给\(name($0.organ))，等待签收" } ?? "在手")",
            ]
        }
        return Table(title, columns: [.init("原件"), .init("办件"), .init("在哪里"), .init("状态")], rows: rows).html
    }

    private var taking: HTML {
        let fields = [
            Field(
                "number", "办件编号", value: entered?["number"] ?? "", error: errors["number"],
                autocomplete: "off"),
            Field(
                "words", "什么原件，几份", hint: "例如：房屋租赁合同原件 1 份，营业执照正本 1 份。", value: entered?["words"] ?? "",
                error: errors["words"]),
        ]
        return Form(action: HallPath.papers, token: token, fields: fields, submit: "收下").html
    }

    private var sending: HTML {
        let fields = [
            Field(
                "case", "寄出结果的办件编号", value: entered?["case"] ?? "", error: errors["case"], autocomplete: "off"
            ),
            Field("company", "快递公司", value: entered?["company"] ?? "", error: errors["company"]),
            Field(
                "tracking", "快递单号", value: entered?["tracking"] ?? "", error: errors["tracking"],
                autocomplete: "off"),
        ]
        return Form(action: HallPath.deliveries, token: token, fields: fields, submit: "登记").html
    }

    private var deliveries: HTML {
        let rows = sent.map { delivery -> [HTML] in
            [
                "<span class=\"code\">\(delivery.tracking)</span>", "\(delivery.company)",
                "<a href=\"\(HallPath.deskCase(delivery.caseNumber))\"><span class=\"code\">\(delivery.caseNumber)</span></a>",
                "\(delivery.sentAt.shortChinese)",
            ]
        }
        return Table("最近寄出", columns: [.init("单号"), .init("快递公司"), .init("办件"), .init("时间")], rows: rows).html
    }
}
