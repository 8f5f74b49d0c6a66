import Cases
import Web

/// Two versions of a process side by side, chosen at the head of the page.
struct ComparisonPage {
    let pair: VersionPair

    private var old: PublishedProcess { pair.old }
    private var new: PublishedProcess { pair.new }

    var page: Page {
        let id = new.key.id
        return Page(
            "比较版本：\(new.name)",
            crumbs: [
                Link("工作台", "/desk"), Link("业务流程", ProcessDeskPath.processes),
                Link(new.name, ProcessDeskPath.process(id)), Link("比较版本", nil),
            ],
            width: .wide, area: .desk,
            body: """
                <h1>比较版本：\(new.name)</h1>
                <form class="form filters" method="get" action="\(ProcessDeskPath.comparison(of: id))">
                \(pair.fields)
                <div class="actions"><button class="button quiet">比较</button></div></form>
                \(ComparisonTable(
                    old: ("第 \(old.key.version) 版", old.xml), new: ("第 \(new.key.version) 版", new.xml)).html)
                """)
    }
}
