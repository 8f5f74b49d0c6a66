import Web

/// In which halls an item can be booked, where there is more than one, or none.
struct HallsForItemPage {
    let item: HallItem
    let halls: [Hall]

    var page: Page {
        Page(
            "预约到大厅办理", crumbs: [Link("办事大厅", HallPath.halls), Link("预约到大厅办理", nil)],
            body: """
                <h1>预约到大厅办理</h1>
                <p class="lead">\(item.name)</p>
                \(content)
                """)
    }

    private var content: HTML {
        guard !halls.isEmpty else {
            return EmptyState(
                "这个事项现在不能预约",
                "<p>可以直接到大厅取号，或者在网上办理。</p><p><a href=\"\(HallPath.halls)\">看看各个大厅</a></p>"
            ).html
        }
        return """
            <h2>到哪个大厅？</h2>
            \(Tiles(halls.map {
                (title: $0.name, words: $0.address, href: HallPath.booking(String($0.id), for: item.slug))
            }).html)
            """
    }
}
