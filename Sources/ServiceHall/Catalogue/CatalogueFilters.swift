import Government
import Services
import Web

/// The search box with its filters: one form whose answer is an address that can be kept and sent on.
struct CatalogueFilters {
    let query: ServiceQuery
    let organs: [Organ]
    let lifeEvents: [LifeEvent]

    var html: HTML {
        """
        <form role="search" action="\(ServicePath.list)">
        <div class="field"><div class="search"><input type="search" name="q" value="\(query.words ?? "")" aria-label="搜索服务事项" \
        placeholder="想办什么？例如：开饭店" enterkeyhint="search"><button class="button">搜索</button></div></div>
        <div class="filters">
        \(filter("organ", "部门", organs.map { ($0.key, $0.name) }, query.organ))
        \(filter("life_event", "人生大事", lifeEvents.map { ($0.key, $0.name) }, query.lifeEvent))
        \(filter("audience", "服务对象", Audience.allCases.map { ($0.rawValue, $0.chinese) }, query.audience?.rawValue))
        <button class="button quiet">筛选</button>
        \(if: isFiltered, "<a href=\"\(ServicePath.list)\">清除条件</a>")
        </div></form>
        """
    }

    private var isFiltered: Bool { query != ServiceQuery() }

    private func filter(
        _ name: String, _ label: String, _ options: [(value: String, label: String)], _ chosen: String?
    ) -> HTML {
        """
        <div><label class="label" for="filter-\(name)">\(label)</label>
        <select class="input" id="filter-\(name)" name="\(name)"><option value="">全部</option>\
        \(each: options, { option in
            "<option value=\"\(option.value)\"\(attribute: "selected", if: option.value == chosen)>\(option.label)</option>"
        })</select></div>
        """
    }
}
