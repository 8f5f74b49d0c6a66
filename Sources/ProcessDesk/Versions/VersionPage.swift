import BusinessProcess
import Cases
import Web
import WorkingTime

/// One version of a process: its picture and its steps.
struct VersionPage {
    let version: PublishedProcess
    let definition: ProcessDefinition
    let mayRetire: Bool
    let token: CSRFToken

    var page: Page {
        let (id, number) = (version.key.id, String(version.key.version))
        return Page(
            "\(version.name) 第 \(number) 版",
            crumbs: [
                Link("工作台", "/desk"), Link("业务流程", ProcessDeskPath.processes),
                Link(version.name, ProcessDeskPath.process(id)), Link("第 \(number) 版", nil),
            ],
            width: .wide, area: .desk,
            body: """
                <h1>\(version.name) 第 \(number) 版</h1>
                <p class="lead">\(version.publishedAt.shortChinese)发布\(version.retiredAt.map { "，\($0.shortChinese)停用" } ?? "")</p>
                \(Card(nil, ProcessDrawing(xml: version.xml).html).html)
                \(Card("步骤", steps).html)
                <div class="actions"><a class="button" href="\(ProcessDeskPath.tryOut(number, of: id))">试运行</a>\
                <a class="button quiet" href="\(ProcessDeskPath.heat(number, of: id))">办件分布</a>\
                <a class="button quiet" href="\(ProcessDeskPath.file(number, of: id))">下载文件</a>\
                \(if: mayRetire && version.retiredAt == nil, retirement)</div>
                """)
    }

    private var retirement: HTML {
        PostButton(
            "停用这一版",
            action: ProcessDeskPath.retirement(of: String(version.key.version), of: version.key.id),
            token: token, tone: .danger
        ).html
    }

    private var steps: HTML {
        Table(
            "步骤", columns: [.init("步骤"), .init("由谁办"), .init("结果"), .init("时限")],
            rows: definition.userTasks.map { task in
                [
                    "\(task.name)", "\(definition.lane(of: task.id)?.name ?? "\(task.organ) \(task.role)")",
                    "\(task.outcomes.map(\.label).joined(separator: "、"))", "\(task.limit ?? "—")",
                ]
            }
        ).html
    }
}
