import BusinessProcess
import Identity
import Services
import Web
import WorkingTime

/// The processes that cases begin on, and what is being worked on.
struct ProcessListPage {
    let processes: [ProcessDefinition]
    let proposals: [ProcessProposal]
    let services: ServiceCatalogue
    let officer: OfficerContext

    var page: Page {
        Page(
            "业务流程", crumbs: [Link("工作台", "/desk"), Link("业务流程", nil)], width: .wide, area: .desk,
            body: """
                <h1>业务流程</h1>
                <p class="lead">办件按这里的流程办理。新版发布后，新的办件按新版办理；正在办理的按原来的版本办完。</p>
                \(if: officer.may(.editProcesses), upload)
                \(if: officer.seesProposals, waiting)
                \(Card("现行流程", table).html)
                """)
    }

    private var upload: HTML {
        "<p><a class=\"button\" href=\"\(ProcessDeskPath.upload)\">上传流程</a></p>"
    }

    private var waiting: HTML {
        guard !proposals.isEmpty else { return .empty }
        return Card("正在修改", ProposalTable(proposals: proposals).html).html
    }

    private var table: HTML {
        Table(
            "现行流程",
            columns: [.init("流程"), .init("版本"), .init("使用的事项"), .init("步骤", isNumber: true)],
            rows: processes.map { process in
                [
                    "<a href=\"\(ProcessDeskPath.process(process.id))\">\(process.name)</a>",
                    "第 \(process.version) 版", "\(uses(process))", "\(process.userTasks.count)",
                ]
            }
        ).html
    }

    /// The first services by name, and how many there are.
    private func uses(_ process: ProcessDefinition) -> String {
        let names = services.services.filter { $0.item.process == process.id }.map(\.item.name)
        guard let first = names.first else { return "—" }
        return names.count == 1 ? first : "\(first)等 \(names.count) 项"
    }
}

/// Proposals, each with its state and its author.
struct ProposalTable {
    let proposals: [ProcessProposal]

    var html: HTML {
        Table(
            "修改稿", columns: [.init("流程"), .init("状态"), .init("修改说明"), .init("上传")],
            rows: proposals.map { proposal in
                [
                    "<a href=\"\(ProcessDeskPath.proposal(String(proposal.id)))\">\(proposal.name)</a>",
                    "\(proposal.state.chinese)", "\(proposal.note.isEmpty ? "—" : proposal.note)",
                    "\(proposal.upload.name) \(proposal.upload.at.shortChinese)",
                ]
            }
        ).html
    }
}
