import Refusals
import Web
import WorkingTime

/// The versions there are.
struct ModelListPage {
    let versions: [ModelVersion]
    let mayWrite: Bool
    let token: CSRFToken

    var page: Page {
        Page(
            "绩效指标",
            crumbs: [Link("工作台", "/desk"), Link("绩效", PerformancePath.ranking), Link("绩效指标", nil)],
            width: .wide, area: .desk,
            body: """
                <h1>绩效指标</h1>
                <p class="lead">一人起草，由另一人启用；从某个月的 1 日起，对以后开始的各期有效。已经开始的一期按原来的指标考核到底。</p>
                \(if: mayWrite, PostButton("起草新版本", action: PerformancePath.models, token: token).html)
                \(Table("绩效指标的各个版本", columns: [.init("版本"), .init("状态"), .init("起草"), .init("启用")], rows: versions.map(row)).html)
                """)
    }

    private func row(_ version: ModelVersion) -> [HTML] {
        [
            "<a href=\"\(PerformancePath.model(String(version.id)))\">第 \(version.version) 版</a>",
            version.badge, "\(version.editedByName)", "\(version.approvedByName ?? "—")",
        ]
    }
}

/// One version.
struct ModelPage {
    let version: ModelVersion
    let mayWrite: Bool
    /// Whether it is in force without grades, and whoever looks may write some.
    let offersGrades: Bool
    let maySwitch: Bool
    let isWriter: Bool
    let today: CivilDate
    let entered: FormData?
    let errors: [FieldError]
    let token: CSRFToken

    private var id: String { String(version.id) }

    var page: Page {
        Page(
            "绩效指标第 \(version.version) 版",
            crumbs: [
                Link("工作台", "/desk"), Link("绩效指标", PerformancePath.models),
                Link("第 \(version.version) 版", nil),
            ],
            width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>绩效指标第 \(version.version) 版</h1>
                <p>\(version.badge)</p>
                \(ModelFaults(model?.faults ?? []).html)
                \(if: model?.scale.isEmpty == false, "<p>等次：\(model?.scale.words ?? "")。</p>")
                \(offer)
                \(indicators)
                \(if: version.state == .draft, trying)
                \(if: mayWrite && version.state == .draft, editing)
                """)
    }

    private var model: PerformanceModel? { try? version.model() }

    private var indicators: HTML {
        Table(
            "各项指标",
            columns: [
                .init("指标"), .init("对象"), .init("怎样算"), .init("公式"), .init("权重", isNumber: true),
            ],
            rows: (model?.indicators ?? []).map { one in
                [
                    "\(one.name)", "\(one.applies.chinese)",
                    "\(one.words)。<br><small>来源：\(one.source)；\(limits(one))</small>",
                    "<code>\(one.value)</code><br><code>\(one.points)</code>", "\(one.weight)",
                ]
            }
        ).html
    }

    private func limits(_ one: Indicator) -> String {
        let bounds = "\(one.lowest) 至 \(one.highest) 分"
        return one.shortest == .month ? bounds : "\(bounds)；\(one.shortest.longerWords)"
    }

    private var trying: HTML {
        let words: HTML =
            maySwitch && !isWriter ? "看过试算以后，在试算的页面上启用。" : "启用要由另一人看过试算以后办理。"
        return Card(
            "试算和启用",
            """
            <p>用已经有的数，看各部门的得分和名次会怎样变。\(words)</p>
            <p class="actions"><a class="button" href="\(PerformancePath.modelAct(id, "trial"))">看试算</a></p>
            """
        ).html
    }

    private var editing: HTML {
        let names =
            Figure.allCases.map { "\($0.rawValue)（\($0.chinese)）" }.joined(separator: "、")
            + "；自评的指标用 reported（审核过的自评结果，没有时为 null）"
        let field = Field(
            "body", "指标（YAML）", .longText,
            hint: "公式用 FEEL 写；value 是结果，points 是百分制得分；period 写 quarter 或 year 的，月度不计；grades 是等次和起点。",
            value: entered?["body"] ?? version.body, error: errors["body"])
        let picker = PeriodPicker(period: Period(.month, of: today).previous, today: today)
        let periods = Field(
            "period", "用哪一期的数试算", .choice, isRequired: false, value: entered?["period"] ?? picker.period.text,
            options: picker.periods.map { .init($0.text, $0.chinese) })
        return """
            <h2>修改</h2>
            <details class="more"><summary>公式里可以用的数</summary><p>\(names)</p></details>
            \(Form(
                action: PerformancePath.model(id), token: token, fields: [field],
                also: """
                    <input type="hidden" name="seen" value="\(version.revision)">\(periods.html)
                    """, submit: "保存",
                secondary: """
                    <button class="button quiet" formaction="\(PerformancePath.modelAct(id, "trial"))">不保存，先试算</button>
                    """).html)
            """
    }
}

extension ModelVersion {
    var badge: HTML {
        guard state == .on else { return StatusBadge(state.chinese, .near).html }
        return StatusBadge("\(onFrom?.chinese ?? "")起\(state.chinese)", .done).html
    }
}
