import BusinessProcess
import Cases
import Identity
import Web

/// The processes there are.
struct ProcessListPages: Sendable {
    let processes: ProcessLibrary

    var routes: [Route] {
        [
            .get(ProcessDeskPath.processes, .staff, "业务流程") { _, _ in
                .page(page(processes.newest.values.sorted { $0.id < $1.id }))
            }
        ]
    }

    private func page(_ definitions: [ProcessDefinition]) -> Page {
        Page(
            "业务流程", crumbs: [Link("工作台", "/desk"), Link("业务流程", nil)], width: .wide, area: .desk,
            body: """
                <h1>业务流程</h1>
                <ul class="links">\(each: definitions, { "<li>\($0.name)</li>" })</ul>
                """)
    }
}
