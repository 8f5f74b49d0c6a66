import Cases
import Services
import Web
import WorkingTime

/// The guide (办事指南): what you get, who may apply, what to bring, how long, what it costs, where.
struct GuidePage {
    let guide: Guide

    var item: ServiceItem { guide.item }

    var page: Page {
        Page(
            item.name, crumbs: [Link("服务目录", ServicePath.list), Link(item.name, nil)],
            width: .wide, scripts: [ReadAloud.script], description: item.summary,
            body: """
                <h1>\(item.name)</h1>
                <p class="lead">\(item.summary)</p>\(ReadAloud().html)
                <div class="columns guide">
                <aside class="guide-start card" aria-label="办理">\(facts)\(start)\(if: item.demo, demo)</aside>
                <div>\(outcome)\(joint)\(eligibility)\(materials)\(times)\(process)
                \(place)\(law)\(questions)\(remedies)</div>
                </div>
                """)
    }

    private var demo: HTML { "<p class=\"hint\">演示数据，不作为办事依据。</p>" }

    private var facts: HTML {
        """
        <dl class="facts">
        <div><dt>承诺办结时限</dt><dd>\(item.limits.promised?.chinese ?? "按法定时限")</dd></div>
        <div><dt>法定办结时限</dt><dd>\(item.limits.legal?.chinese ?? "法律没有规定")</dd></div>
        <div><dt>费用</dt><dd>\(item.fee.text)</dd></div>
        <div><dt>到现场次数</dt><dd>\(item.visits == 0 ? "不用到现场" : "\(item.visits) 次")</dd></div>
        </dl>
        """
    }

    private var start: HTML {
        switch guide.start {
        case .signIn:
            """
            <p class="actions"><a class="button" href="\(ServicePath.signIn(for: guide.service))">开始办理</a>
            </p>
            <p class="hint">先登录，登录后回到这一页。</p>
            """
        case .apply(let applicants, let token): apply(applicants, token)
        case .counter:
            "<p class=\"actions\"><a class=\"button\" href=\"\(CounterPath.counter)\">为窗口前的群众代办</a></p>"
        case .none: Notice("工作人员账号不能以个人名义申请，请使用您本人的账号。").html
        }
    }

    private func apply(_ applicants: [Applicant], _ token: CSRFToken) -> HTML {
        let service: HTML = "<input type=\"hidden\" name=\"service\" value=\"\(guide.service.code)\">"
        guard applicants.count > 1 else {
            let code = applicants.first?.code ?? ""
            return Form(
                action: ApplicationPath.start, token: token,
                also: service + "<input type=\"hidden\" name=\"applicant\" value=\"\(code)\">",
                submit: "开始办理"
            ).html
        }
        let choice = Field(
            "applicant", "以谁的名义办理", .choice, value: applicants[0].code,
            options: applicants.map {
                .init($0.code, $0.name, hint: $0.kind == .person && $0.agentName != nil ? "您代为办理" : nil)
            })
        return Form(
            action: ApplicationPath.start, token: token, fields: [choice], also: service, submit: "开始办理"
        ).html
    }

    private var outcome: HTML {
        """
        <h2>您会得到</h2>
        <p>\(item.description)</p>
        \(SummaryList([
            .init("办理结果", "\(item.output.name)"),
            .init("有效期", "\(validity)"),
            .init("决定部门", "\(guide.organName(item.organ))"),
        ]).html)
        """
    }

    private var validity: String {
        guard let months = item.output.validityMonths else { return "没有固定期限" }
        return months % 12 == 0 ? "\(months / 12) 年" : "\(months) 个月"
    }

    private var eligibility: HTML {
        """
        <h2>谁可以申请</h2>
        <p>\(item.audiences.map(\.chinese).joined(separator: "、"))\(if: !item.conditions.isEmpty, "，并且符合下面的条件：")</p>
        \(GuidePage.bullets(item.conditions))
        """
    }

    static func bullets(_ lines: [String]) -> HTML? {
        lines.isEmpty ? nil : "<ul>\(each: lines, { "<li>\($0)</li>" })</ul>"
    }
}
