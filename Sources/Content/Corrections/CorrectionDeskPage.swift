import Refusals
import RequestDoors
import Web
import WorkingTime

/// What readers say is wrong in a site, as far as one works there.
struct CorrectionListPage {
    let sites: [ContentSite]
    /// Nil for somebody who works nowhere.
    let site: ContentSite?
    let showsAll: Bool
    let lines: [Correction]
    let pager: Pager
    let limit: TimeLimit
    let calendar: WorkingCalendar
    let now: Instant

    var page: Page {
        Page(
            "读者纠错", crumbs: [Link("工作台", "/desk"), Link("内容管理", ContentPath.desk), Link("读者纠错", nil)],
            width: .wide, area: .desk,
            body: """
                <h1>读者纠错</h1>
                \(if: sites.count > 1, siteTabs)
                \(site.map(stateTabs))
                \(lines.isEmpty ? empty : table)\(pager.html)
                """)
    }

    private var empty: HTML {
        EmptyState(showsAll ? "还没有读者纠错" : "没有等待答复的纠错", "<p>读者在您的栏目里点「我要纠错」以后，会出现在这里。</p>").html
    }

    private var siteTabs: HTML {
        "<nav class=\"tabs\" aria-label=\"站点\">\(each: sites, siteTab)</nav>"
    }

    private func siteTab(_ other: ContentSite) -> HTML {
        let current = other.id == site?.id ? "page" : nil
        return """
            <a href="\(CorrectionPath.desk)?site=\(other.id)"\(attribute: "aria-current", current)>\(other.name)</a>
            """
    }

    private func stateTabs(_ site: ContentSite) -> HTML {
        """
        <nav class="tabs" aria-label="状态"><a href="\(CorrectionPath.desk)?site=\(site.id)"\
        \(attribute: "aria-current", showsAll ? nil : "page")>等待答复</a>\
        <a href="\(CorrectionPath.desk)?site=\(site.id)&amp;state=all"\
        \(attribute: "aria-current", showsAll ? "page" : nil)>全部</a></nav>
        """
    }

    private var table: HTML {
        Table(
            "读者纠错", columns: [.init("页面"), .init("问题"), .init("收到"), .init("状态")],
            rows: lines.map { line in
                [
                    "<a href=\"\(CorrectionPath.desk(String(line.id)))\">\(line.title)</a>",
                    "\(line.kind.chinese)",
                    "\(line.receivedAt.day.iso)", line.badge(limit, calendar, at: now),
                ]
            }
        ).html
    }
}

extension Correction {
    /// Whether it is answered, and until when it should be.
    func badge(_ limit: TimeLimit, _ calendar: WorkingCalendar, at now: Instant) -> HTML {
        let isLate = isLate(limit, calendar, at: now)
        if let answer {
            return StatusBadge(isLate ? "超期答复" : answer.outcome.chinese, isLate ? .near : .done).html
        }
        let due = due(limit, calendar).day
        return StatusBadge(
            isLate ? "已超期，\(due.shortChinese)到期" : "\(due.shortChinese)到期",
            isLate ? .late : due == now.day ? .near : .active
        ).html
    }
}

/// One correction on the desk, with the form for its answer.
struct CorrectionDeskPage {
    let correction: Correction
    let limit: TimeLimit
    let calendar: WorkingCalendar
    let now: Instant
    let mayAnswer: Bool
    /// What a request is told apart by; nil where it cannot become one.
    let choices: RequestDoor.Choices?
    /// Where officers read the request it has become.
    let request: String?
    let form: FormData
    let errors: [FieldError]
    let token: CSRFToken

    var page: Page {
        Page(
            "纠错：\(correction.title)",
            crumbs: [Link("工作台", "/desk"), Link("读者纠错", CorrectionPath.desk), Link(correction.title, nil)],
            area: .desk,
            body: """
                \(ErrorSummary(errors).html)<h1>纠错：\(correction.title)</h1>
                <p>\(correction.badge(limit, calendar, at: now))</p>
                \(CorrectionSummary(correction: correction).html)
                \(correction.answer.map(answered) ?? (mayAnswer ? answering : .empty))
                """)
    }

    private func answered(_ answer: Correction.Answer) -> HTML {
        Card(
            "\(answer.outcome.chinese)",
            "<p class=\"words\">\(answer.words)</p>\(request.map { "<p><a href=\"\($0)\">诉求 \(correction.request ?? "")</a></p>" })<p class=\"hint\">\(answer.byName)，\(answer.at.chinese)</p>"
        ).html
    }

    private var answering: HTML {
        let fields = [
            Field(
                "outcome", "处理结果", .choice, value: form["outcome"] ?? "",
                options: Correction.Outcome.allCases.map { .init($0.rawValue, $0.chinese) },
                error: errors["outcome"]),
            Field(
                "answer", "答复", .longText, hint: "读者凭查询码看得到。要改正的，先把内容改好再答复。", value: form["answer"] ?? "",
                error: errors["answer"]),
        ]
        return """
            <h2>答复</h2>\(Form(
                action: CorrectionPath.answer(String(correction.id)), token: token, fields: fields, submit: "答复").html)
            \(choices.map { CorrectionForwardingForm(
                correction: correction, choices: $0, form: form, errors: errors, token: token).html })
            """
    }
}
