import Cases
import Identity
import Web
import WorkingTime

/// The report on a petition: where it is asked for, written and read.
struct ReportPiece {
    let page: RequestDeskPage

    /// Where a day for it is set.
    var field: HTML? {
        guard page.subject.requestProcess == .petition else { return nil }
        return Field(
            "report_by", "办结报告在哪天以前交", .date, hint: "填写的是交办：承办单位除了答复，还要在这一天以前报告办理结果。不填写的是转送。",
            isRequired: false, value: page.entered?["report_by"] ?? "", error: page.errors["report_by"]
        ).html
    }

    var html: HTML? {
        guard let report = page.background.report else { return nil }
        if let words = report.words, let at = report.reportedAt {
            let late = report.isLate(on: at.day) ? "，晚于\(report.dueOn.chinese)" : ""
            return Card(
                "办结报告",
                "<p class=\"words\">\(words)</p><p class=\"quiet-words\">\(report.reportedBy ?? "")，\(at.chinese)\(late)</p>"
            ).html
        }
        let isLate = report.isLate(on: page.view.now.day)
        let due: HTML =
            "<p>交办的事项，\(report.dueOn.chinese)以前向\(page.name(of: report.office))报告办理结果。\(if: isLate, StatusBadge("已超期", .late).html)</p>"
        guard page.officer.organs.contains(report.organ), page.officer.may(.answerRequests) else {
            return Card("办结报告", "\(due)<p>还没有提交。</p>").html
        }
        let field = Field(
            "report", "怎样办理、结果怎样", .longText, value: page.entered?["report"] ?? "",
            error: page.errors["report"])
        return Card(
            "办结报告",
            """
            \(due)\(Form(
                action: RequestPath.report(page.number), token: page.token, fields: [field], submit: "提交报告").html)
            """
        ).html
    }
}
