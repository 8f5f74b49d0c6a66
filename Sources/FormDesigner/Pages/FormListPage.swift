import Services
import Web

/// The forms of all items, with the way to each.
struct FormListPage {
    let services: [PublicService]
    let organs: [(key: String, name: String)]
    let query: ServiceQuery
    let pager: Pager

    var page: Page {
        Page(
            "表单设计", crumbs: [Link("工作台", "/desk"), Link("表单设计", nil)], width: .wide, area: .desk,
            body: """
                <h1>表单设计</h1>
                <p class="lead">每个事项网上申请时要回答的问题。改好以后由另一人审核，生效前已经开始填写的人会看到提示。</p>
                \(filters)
                \(content)
                \(pager.html)
                """)
    }

    private var filters: HTML {
        let words = Field("q", "事项", .text, isRequired: false, value: query.words ?? "")
        var organ = Field(
            "organ", "部门", .choice, isRequired: false, value: query.organ ?? "",
            options: organs.map { .init($0.key, $0.name) })
        organ.autocomplete = "off"
        return """
            <form class="form filters" method="get" action="\(FormDesignerPath.forms)">\(words.html)\(organ.html)\
            <div class="actions"><button class="button quiet">筛选</button></div></form>
            """
    }

    private var content: HTML {
        guard !services.isEmpty else { return EmptyState("没有符合条件的事项").html }
        return Table(
            "表单",
            columns: [.init("事项"), .init("部门"), .init("页数", isNumber: true), .init("问题", isNumber: true)],
            rows: services.map(row)
        ).html
    }

    private func row(_ service: PublicService) -> [HTML] {
        let organ = organs.first { $0.key == service.item.organ }?.name ?? service.item.organ
        return [
            "<a href=\"\(FormDesignerPath.form(service.item.slug))\">\(service.item.name)</a>", "\(organ)",
            "\(service.item.pages.count)", "\(service.item.fields.count)",
        ]
    }
}
