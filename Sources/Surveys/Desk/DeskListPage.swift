import Refusals
import Storage
import Web
import WorkingTime

/// The surveys of an organ.
struct DeskListPage {
    let surveys: Slice<Survey>
    let request: WebRequest

    var page: Page {
        Page(
            "问卷", crumbs: [Link("工作台", "/desk"), Link("问卷", nil)], width: .wide, area: .desk,
            body: """
                <h1>问卷</h1>
                <p class="lead">一人答一次，不记姓名；到截止日期自动结束，结果自动公布。</p>
                <p class="actions"><a class="button" href="\(SurveyPath.new)">新的问卷</a></p>
                \(content)
                \(Pager(next: surveys.next, of: request).html)
                """)
    }

    private var content: HTML {
        guard !surveys.items.isEmpty else { return EmptyState("还没有问卷").html }
        return Table(
            "本部门的问卷", columns: [.init("问卷"), .init("时间"), .init("状态")],
            rows: surveys.items.map { survey in
                [
                    "<a href=\"\(SurveyPath.edit(String(survey.id)))\">\(survey.facts.title)</a>",
                    "\(survey.facts.opensOn.chinese)至\(survey.facts.closesOn.chinese)",
                    survey.badge(on: request.now.day),
                ]
            }
        ).html
    }
}

/// Where one is begun.
struct NewSurveyPage {
    let entered: FormData?
    let errors: [FieldError]
    let token: CSRFToken

    var page: Page {
        Page(
            "新的问卷",
            crumbs: [Link("工作台", "/desk"), Link("问卷", SurveyPath.desk), Link("新的问卷", nil)], area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>新的问卷</h1>
                <p class="lead">先写明调查什么，问题在下一页添加。</p>
                \(FactsForm(survey: nil, entered: entered, errors: errors, token: token).html)
                """)
    }
}

extension Survey {
    /// Where it stands today, as a badge.
    func badge(on day: CivilDate) -> HTML {
        switch state {
        case .draft: StatusBadge("起草中", .near).html
        case .closed: StatusBadge("已结束", .waiting).html
        case .open where day < facts.opensOn: StatusBadge("还没有开始", .near).html
        case .open where day > facts.closesOn: StatusBadge("正在统计", .waiting).html
        case .open: StatusBadge("进行中", .active).html
        }
    }
}
