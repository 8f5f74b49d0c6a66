import Government
import Services
import Web
import WorkingTime

/// The list of services: search, filters, and what answers them.
struct CataloguePage {
    let query: ServiceQuery
    let services: [PublicService]
    let total: Int
    let organs: [Organ]
    let lifeEvents: [LifeEvent]
    let pager: Pager

    var page: Page {
        Page(
            query.words.map { "搜索：\($0)" } ?? "服务目录", crumbs: [Link("服务目录", nil)], width: .wide,
            description: "端州区政务服务事项：办什么、带什么、多久办好，在线办理。", offersSearch: false,
            body: """
                <h1>服务目录</h1>
                <div class="catalogue">
                \(CatalogueFilters(query: query, organs: organs, lifeEvents: lifeEvents).html)
                <div>\(services.isEmpty ? empty : list)</div>
                </div>
                """)
    }

    private var list: HTML {
        """
        <p class="hint" role="status">\(found)</p>
        <section class="card"><h2 class="sr">事项</h2><ul class="organs">\(each: services, row)</ul></section>
        \(pager.html)
        """
    }

    private var found: String {
        guard let words = query.words else { return "共 \(total) 个事项" }
        return "找到 \(total) 个与“\(words)”有关的事项"
    }

    private func row(_ service: PublicService) -> HTML {
        let item = service.item
        return """
            <li class="organ"><b><a href="\(ServicePath.guide(service))">\(item.name)</a></b>\(limit(item))
            <p>\(item.summary)</p>
            <p>\(organName(item.organ)) · \(item.audiences.map(\.chinese).joined(separator: "、"))</p></li>
            """
    }

    private func limit(_ item: ServiceItem) -> HTML? {
        (item.limits.promised ?? item.limits.legal).map { limit in
            StatusBadge(limit.value == 0 ? limit.chinese : "\(limit.chinese)办结", .done).html
        }
    }

    private func organName(_ key: String) -> String { organs.first { $0.key == key }?.name ?? key }

    private var empty: HTML {
        EmptyState(
            query.words.map { "没有找到与“\($0)”有关的事项" } ?? "没有符合这些条件的事项",
            """
            <p>换个短一点的词再试，例如“餐饮”“结婚”“营业执照”；或者\
            <a href="\(ServicePath.list)">看看全部事项</a>，也可以拨打 12345 询问。</p>
            """
        ).html
            + """
            <h2>按人生大事找</h2>
            \(Tiles(lifeEvents.map { ($0.name, $0.hint, ServicePath.list(lifeEvent: $0.key)) }).html)
            """
    }
}
