import Government
import Refusals
import Web
import WorkingTime

/// How organs do, for deputies, with what became of their own proposals.
struct OversightPage {
    static let title = "代表监督"

    let standings: (period: String, organs: [OversightSources.Standing])?
    let cards: [OversightSources.Card]
    let bulletins: [OversightSources.Bulletin]
    let own: [OversightOffice.Followed]
    let organs: [Organ]
    let names: [String: String]
    let entered: FormData?
    let errors: [FieldError]
    let token: CSRFToken
    let pager: Pager

    var page: Page {
        Page(
            Self.title, crumbs: [Link("工作台", "/desk"), Link(Self.title, nil)], width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(Self.title)</h1>
                <p class="lead">供人大代表、政协委员监督部门办事：得分、按时办结、确认的黄牌红牌和监察通报。只看，不改；认为应当督办的，在这里提出建议。</p>
                <h2>我的督办建议</h2>\(proposals)\(pager.html)
                <p class="hint">立项督办的，点开看得到进展；不立项的，写明理由。</p>
                \(raising)
                \(measured)
                <h2>确认的黄牌和红牌</h2>\(confirmed)
                <p><a href="/supervision/signals">已经公开的监察信号</a></p>
                <h2>监察通报</h2>\(published)
                """)
    }

    private var proposals: HTML {
        guard !own.isEmpty else { return EmptyState("您还没有提出建议").html }
        return Table(
            "我的督办建议", columns: [.init("建议"), .init("部门"), .init("提出"), .init("进展")],
            rows: own.map { one in
                [
                    "<a href=\"\(OversightPath.proposal(String(one.proposal.id)))\">\(one.proposal.title)</a>",
                    "\(names[one.proposal.organ] ?? one.proposal.organ)",
                    "\(one.proposal.raisedAt.day.written)",
                    one.badge,
                ]
            }
        ).html
    }

    private var raising: HTML {
        let fields = [
            Field("title", "建议督办什么", value: entered?["title"] ?? "", error: errors["title"]),
            Field(
                "words", "情况和建议", .longText, hint: "写明事情、地点和希望怎样办，不写个人的号码。", value: entered?["words"] ?? "",
                error: errors["words"]),
            Field(
                "organ", "应当答复的部门", .choice, value: entered?["organ"] ?? "",
                options: organs.map { .init($0.key, $0.name) }, error: errors["organ"]),
        ]
        return Card(
            "提出督办建议",
            Form(action: OversightPath.proposals, token: token, fields: fields, submit: "提出建议").html
        ).html
    }

    private var measured: HTML {
        guard let standings, !standings.organs.isEmpty else {
            return "<h2>部门得分</h2>\(EmptyState("还没有核定的月份").html)"
        }
        let table = Table(
            "\(standings.period)各部门的得分和按时办结率",
            columns: [
                .init("部门"), .init("得分", isNumber: true), .init("办结", isNumber: true),
                .init("按时办结率", isNumber: true),
            ],
            rows: standings.organs.map { one in
                ["\(one.name)", "\(one.pointsText)", "\(one.ended)", "\(one.rateText)"]
            })
        return """
            <h2>\(standings.period)：部门得分和按时办结率</h2>\(table.html)
            <p><a href="/supervision">各期的公开指标</a></p>
            """
    }

    private var confirmed: HTML {
        guard !cards.isEmpty else { return EmptyState("没有确认的黄牌和红牌").html }
        return Table(
            "确认的黄牌和红牌", columns: [.init("部门"), .init("级别"), .init("情形"), .init("发出")],
            rows: cards.map {
                ["\(names[$0.organ] ?? $0.organ)", "\($0.level)", "\($0.name)", "\($0.raisedOn.written)"]
            }
        ).html
    }

    private var published: HTML {
        guard !bulletins.isEmpty else { return EmptyState("还没有公布的监察通报").html }
        return
            "<ul class=\"links\">\(each: bulletins, { "<li><a href=\"\($0.path)\">\($0.title)</a></li>" })</ul>"
    }
}

extension OversightSources.Standing {
    var pointsText: String {
        guard let points else { return "—" }
        let (whole, rest) = points.quotientAndRemainder(dividingBy: 100)
        return "\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }

    var rateText: String {
        guard ended > 0 else { return "—" }
        // Rounded, as the public pages round the same rate.
        let permille = (kept * 2_000 + ended) / (ended * 2)
        return "\(permille / 10).\(permille % 10)%"
    }
}
