import Web

/// The indicators of a score: what was counted, how it is reckoned, and what it gives.
struct ScoreTable {
    let score: Score
    let period: Period
    let organ: String
    /// Whose cases open behind the figures; nil for all of the organ.
    let person: Int64?
    /// The office in which it was done, empty for none; nil for wherever.
    var office: String?
    /// The post at which it was done; nil for whatever post.
    var post: String?
    var caption = "各项指标"
    /// What the organ reported, by indicator.
    var reports: [String: SelfReport] = [:]
    var isFrozen = false

    var html: HTML {
        Table(
            caption,
            columns: [
                .init("指标"), .init("数"), .init("怎样算"), .init("结果", isNumber: true),
                .init("权重", isNumber: true), .init("得分", isNumber: true),
            ],
            rows: score.lines.map(row)
        ).html
    }

    private func row(_ line: Score.Line) -> [HTML] {
        let value = line.value.map { "\($0.short) \(line.indicator.unit)" } ?? "没有可考核的"
        return [
            "\(line.indicator.name)", line.indicator.reported == nil ? figures(line) : report(line),
            "\(line.indicator.words)。<br><small>来源：\(line.indicator.source)</small>", "\(value)",
            "\(line.indicator.weight)", "\(line.points?.short ?? "不计")",
        ]
    }

    private func figures(_ line: Score.Line) -> HTML {
        // What opens first behind the indicator stands among the figures even where no formula asks for it.
        var shown = line.figures.filter(\.figure.hasCases)
        if let first = line.first, !shown.contains(where: { $0.figure == first.figure }) {
            shown.append(first)
        }
        let links = shown.map { figure, amount -> HTML in
            "<a class=\"amount\" href=\"\(address(figure))\">\(figure.chinese) \(amount)</a>"
        }
        return HTML.joined(links.map { "\($0)<br>" })
    }

    /// What the organ says of itself, and whether it counts.
    private func report(_ line: Score.Line) -> HTML {
        let path = PerformancePath.report(period.text, organ, line.indicator.key)
        guard let report = reports[line.indicator.key] else {
            return "<a href=\"\(path)\">自评</a><br><small>没有填报，不计</small>"
        }
        let counts: String =
            switch report.state {
            case .accepted: ""
            case .submitted: isFrozen ? "核定时没有审核，不计" : "还没有审核，不计"
            case .returned: isFrozen ? "核定时退回没有重报，不计" : "已退回，不计"
            }
        return """
            <a href="\(path)">自评 \(report.stated.shortText)</a>\(if: !counts.isEmpty, "<br><small>\(counts)</small>")
            """
    }

    private func address(_ figure: Figure) -> String {
        let path = PerformancePath.cases(period.text, organ, figure.rawValue)
        let whose = person.map { "person=\($0)" }
        let place = office.map { "office=\($0.isEmpty ? AssessedOffice.none : $0)" }
        let query = [whose, place, post.map { "post=\($0)" }].compactMap(\.self).joined(separator: "&")
        return query.isEmpty ? path : "\(path)?\(query)"
    }
}
