import BusinessProcess
import Cases
import Identity
import Refusals
import Web
import WorkingTime

/// A proposal: what is wrong with it, what it changes, and what can be done with it now.
struct ProposalPage {
    let proposal: ProcessProposal
    let check: ProcessCheck
    /// The file of the version that cases begin on now.
    let current: PublishedProcess?
    let officer: OfficerContext
    /// What was entered as the reason to send it back.
    var reason = ""
    let errors: [FieldError]
    let token: CSRFToken

    var page: Page {
        Page(
            proposal.name,
            crumbs: [
                Link("工作台", "/desk"), Link("业务流程", ProcessDeskPath.processes), Link(proposal.name, nil),
            ],
            width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(proposal.name)</h1>
                <p class="lead">\(badge) \(proposal.process) · \(proposal.upload.name)上传于 \(proposal.upload.at.shortChinese)</p>
                \(remark)\(verdict)\(actions)
                \(FindingsTable(check.findings).html)
                \(comparison ?? Card("流程图", picture.html).html)
                """)
    }

    private var badge: HTML {
        let tone: StatusBadge.Tone =
            switch proposal.state {
            case .draft: .active
            case .validated: .near
            case .published: .done
            case .discarded: .waiting
            }
        return StatusBadge(proposal.state.chinese, tone).html
    }

    private var remark: HTML? {
        let note = proposal.note.isEmpty ? nil : SummaryList.Row("修改说明", "\(proposal.note)")
        let reason = proposal.remark.map {
            SummaryList.Row("退回原因", "\($0)（\(proposal.decision?.name ?? "")）")
        }
        let rows = [note, reason].compactMap(\.self)
        return rows.isEmpty ? nil : SummaryList(rows).html
    }

    /// The state in a sentence: what comes next, and by whom.
    private var verdict: HTML {
        switch proposal.state {
        case .published:
            let link = ProcessDeskPath.version(String(proposal.version ?? 0), of: proposal.process)
            return Notice(
                "已发布为第 \(proposal.version ?? 0) 版",
                "<p>新的办件按这一版办理，正在办理的按原来的版本办完。<a href=\"\(link)\">查看这一版</a></p>", tone: .done
            ).html
        case .discarded: return Notice("已放弃，不会发布").html
        case .draft, .validated: break
        }
        guard check.problems.isEmpty else {
            return Notice(
                "有 \(check.problems.count) 处问题，改好后重新上传", "<p>图中和下表标出了每一处。</p>", tone: .error
            ).html
        }
        let warnings = check.warnings.isEmpty ? "" : "有 \(check.warnings.count) 处提示，请确认是有意这样画的。"
        return proposal.state == .draft
            ? Notice("检查通过", "<p>\(warnings)提交审批后，由安全管理员批准发布。</p>", tone: .done).html
            : Notice("等待安全管理员批准", "<p>\(warnings)批准后，新的办件按这一版办理。</p>").html
    }

    private var actions: HTML {
        let offered = ProposalAct.allCases.filter {
            $0.isOffered(for: proposal, isSound: check.problems.isEmpty, to: officer)
        }
        let id = String(proposal.id)
        let file: HTML = "<a class=\"button quiet\" href=\"\(ProcessDeskPath.proposalFile(id))\">下载文件</a>"
        return """
            <div class="actions">\(each: offered.filter { $0 != .sendBack }, button)\(tryOut)\(file)</div>
            \(if: offered.contains(.sendBack), sendBack)
            """
    }

    private var tryOut: HTML? {
        guard check.file.definition != nil else { return nil }
        return
            "<a class=\"button quiet\" href=\"\(ProcessDeskPath.proposalTryOut(String(proposal.id)))\">试运行</a>"
    }

    private func button(_ act: ProposalAct) -> HTML {
        PostButton(
            act.title, action: ProcessDeskPath.proposal(String(proposal.id), act), token: token,
            tone: act == .discard ? .quiet : .primary,
            values: act == .approval ? [("seen", String(current?.key.version ?? 0))] : []
        ).html
    }

    private var sendBack: HTML {
        let reason = Field("reason", "退回的原因", .longText, value: reason, error: errors["reason"])
        return """
            <details class="more"\(attribute: "open", if: !errors.isEmpty)><summary>退回修改</summary>
            \(Form(
                action: ProcessDeskPath.proposal(String(proposal.id), .sendBack), token: token, fields: [reason],
                submit: "退回修改").html)
            </details>
            """
    }

    /// What it changes, while there is something to compare with; what is wrong with it comes first.
    private var comparison: HTML? {
        guard let current, check.problems.isEmpty, proposal.state != .published else { return nil }
        return ComparisonTable(
            old: ("现行第 \(current.key.version) 版", current.xml), new: ("这一版", check.file.xml)
        ).html
    }

    private var picture: ProcessDrawing {
        ProcessDrawing(xml: check.file.xml, marks: check.findings.marks)
    }
}
