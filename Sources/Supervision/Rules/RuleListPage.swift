import Refusals
import Web
import WorkingTime

/// The rules there are, the newest version of each.
struct RuleListPage {
    let versions: [RuleVersion]
    let mayWrite: Bool
    let today: CivilDate

    var page: Page {
        Page(
            "监察规则", crumbs: [Link("工作台", "/desk"), Link("监察信号", SupervisionPath.signals), Link("监察规则", nil)],
            width: .wide, area: .desk,
            body: """
                <h1>监察规则</h1>
                <p class="lead">规则看所有种类的办件。一人起草，在去年的办件上试算，由另一人启用。</p>
                \(if: mayWrite, "<p class=\"actions\"><a class=\"button\" href=\"\(SupervisionPath.newRule)\">新的规则</a></p>")
                \(newest.isEmpty ? EmptyState("还没有规则").html : table)
                """)
    }

    /// What looks today, or else what will, or the newest.
    private var newest: [RuleVersion] {
        Dictionary(grouping: versions) { $0.rule.key }.values
            .compactMap { family in
                RuleVersion.looking(on: today, of: family).first ?? family.first { $0.state == .on }
                    ?? family.first
            }
            .sorted { ($0.rule.level.rank, $0.rule.key) < ($1.rule.level.rank, $1.rule.key) }
    }

    private var table: HTML {
        Table(
            "监察规则", columns: [.init("规则"), .init("级别"), .init("看什么"), .init("从何时起"), .init("状态")],
            rows: newest.map { version in
                [
                    "<a href=\"\(SupervisionPath.rule(String(version.id)))\">\(version.rule.name)</a>",
                    version.rule.level.badge, "\(version.rule.scope.chinese)",
                    "\(version.rule.moment?.chinese ?? "每次变化")",
                    "\(version.badge)\(beside(version))",
                ]
            }
        ).html
    }

    /// What waits behind what is on: a version whose day will come, and a draft, as it comes with a new edition of the program.
    private func beside(_ version: RuleVersion) -> HTML {
        let others = versions.filter { $0.rule.key == version.rule.key && $0.id != version.id }
        let coming = others.first { $0.state == .on && !$0.isOn(today) }
        let draft = others.first { $0.state == .draft }
        let links = [
            coming.map { link($0, "第 \($0.version) 版\($0.onFrom?.chinese ?? "")起接替") },
            draft.map { link($0, "第 \($0.version) 版草稿（\($0.editedByName)）") },
        ]
        return HTML.joined(links.compactMap(\.self))
    }

    private func link(_ version: RuleVersion, _ words: String) -> HTML {
        "<br><a href=\"\(SupervisionPath.rule(String(version.id)))\">\(words)</a>"
    }
}

/// Where a rule is begun.
struct NewRulePage {
    let values: KnownValues
    let entered: FormData?
    let errors: [FieldError]
    let token: CSRFToken

    var page: Page {
        Page(
            "新的监察规则",
            crumbs: [Link("工作台", "/desk"), Link("监察规则", SupervisionPath.rules), Link("新的监察规则", nil)],
            area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>新的监察规则</h1>
                \(FactList(values: values).html)
                \(RuleForm(version: nil, action: SupervisionPath.newRule, entered: entered, errors: errors, token: token).html)
                """)
    }
}

extension RuleVersion {
    /// Where it stands, as a badge.
    var badge: HTML {
        switch state {
        case .draft: StatusBadge(state.chinese, .near).html
        case .on: StatusBadge("\(onFrom?.chinese ?? "")起\(state.chinese)", .done).html
        case .stopped: StatusBadge(state.chinese, .late).html
        case .off: StatusBadge(state.chinese, .waiting).html
        }
    }
}
