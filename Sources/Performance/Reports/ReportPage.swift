import Refusals
import Web
import WorkingTime

/// One indicator that an organ reports for a period: what was stated, what came of it, and what may be done.
struct ReportPage {
    let subject: ReportDesk.Subject
    let report: SelfReport?
    let address: ReportAddress
    let mayState: Bool
    let mayReview: Bool
    let isOwn: Bool
    let today: CivilDate
    let entered: FormData?
    let errors: [FieldError]
    let token: CSRFToken

    private var indicator: Indicator { subject.indicator }
    private var path: String { PerformancePath.report(address) }
    private var window: ClosedRange<CivilDate> { subject.reporting.window(of: address.period) }
    private var isOpen: Bool { subject.assessment.record == nil }

    var page: Page {
        let organ = subject.assessment.name(address.organ)
        return Page(
            "\(indicator.name)自评",
            crumbs: [
                Link("工作台", "/desk"), Link("绩效自评", PerformancePath.reports),
                Link(organ, PerformancePath.sheet(address.period.text, address.organ)),
                Link(indicator.name, nil),
            ],
            width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(indicator.name)</h1>
                <p>\(organ)，\(address.period.chinese) \(report?.state.badge ?? StatusBadge("还没有填报", .waiting).html)</p>
                \(SummaryList(head).html)
                \(unreviewed)
                \(EvidenceCourse(steps: report?.course ?? [], unit: indicator.unit, file: { "\(path)/files/\(String($0))" }).html)
                \(if: isOpen && mayState, stating)
                \(if: isOpen && mayReview, reviewing)
                """)
    }

    private var head: [SummaryList.Row] {
        var rows: [SummaryList.Row] = [
            .init("怎样算", "\(indicator.words)"), .init("权重", "\(indicator.weight)"),
            .init("填报", "\(window.lowerBound.chinese)至 \(window.upperBound.chinese)"),
        ]
        if let report {
            rows.append(.init("自评", "\(report.stated.shortText) \(indicator.unit)"))
            if let accepted = report.accepted {
                rows.append(.init("审核", "\(accepted.shortText) \(indicator.unit)"))
            }
        }
        return rows
    }

    private var unreviewed: HTML {
        guard !isOpen, report?.state != .accepted else { return .empty }
        return Notice("没有计入", "<p>这一期核定的时候，自评还没有审核通过，没有计入得分。</p>", tone: .warning).html
    }

    private var mayStateNow: Bool {
        report.map { $0.state == .returned || ($0.state == .submitted && window.contains(today)) }
            ?? window.contains(today)
    }

    private var stating: HTML {
        guard report?.state != .accepted else { return .empty }
        guard mayStateNow else {
            let words = today < window.lowerBound ? "还没有到填报的时候" : "填报已经截止"
            return Notice(words, "<p>填报时间是 \(window.lowerBound.chinese)至 \(window.upperBound.chinese)。</p>")
                .html
        }
        let fields = [
            Field(
                "amount", "结果（\(indicator.unit)）", .number,
                hint: "\(subject.reporting.least) 至 \(subject.reporting.most)，最多两位小数。",
                value: entered?["amount"] ?? report?.stated.shortText ?? "", error: errors["amount"]),
            Field(
                "words", "这个结果是怎么来的", .longText, hint: "逐项写明事实，对得上佐证文件。",
                value: entered?["words"] ?? "", error: errors["words"]),
        ]
        return Card(
            report == nil ? "填报" : "重新填报",
            Form(
                action: path, token: token,
                fields: fields + EvidenceForm.fields(errors, isRequired: report == nil), submit: "提交自评"
            ).html
        ).html
    }

    private var reviewing: HTML {
        guard let report, report.state == .submitted else { return .empty }
        guard !isOwn else {
            return Notice("不能由您审核", "<p>这是您自己部门的自评，要由其他部门的人审核。</p>").html
        }
        let fields = [
            Field(
                "outcome", "审核结果", .choice, value: entered?["outcome"] ?? "",
                options: [
                    .init("accept", "同意自评的 \(report.stated.shortText) \(indicator.unit)"),
                    .init("change", "改为下面的结果"), .init("return", "退回，请部门重报"),
                ], error: errors["outcome"]),
            Field(
                "amount", "改为（\(indicator.unit)）", .number, hint: "只在改值的时候填写。", isRequired: false,
                value: entered?["amount"] ?? "", error: errors["amount"]),
            Field(
                "reason", "理由", .longText, hint: "改值和退回的时候必须写。", isRequired: false,
                value: entered?["reason"] ?? "", error: errors["reason"]),
        ]
        return Card(
            "审核",
            Form(
                action: "\(path)/review", token: token, fields: fields,
                also: "<input type=\"hidden\" name=\"seen\" value=\"\(report.revision)\">", submit: "提交审核"
            ).html
        ).html
    }
}
