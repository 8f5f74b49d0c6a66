import CSV
import Web

/// What was counted, as it is shown to everybody.
struct ResultsPieces {
    let survey: Survey
    let results: SurveyResults

    var html: HTML {
        """
        <p class="lead">\(taken)</p>
        \(each: survey.questions, question)
        <p class="hint">年龄不足 \(SurveyResults.least) 份的不单独列出。答卷不记姓名，调查结束时已清除谁参加过的记录。</p>
        <p><a href="\(SurveyPath.file(String(survey.id)))">下载数据（CSV）</a></p>
        """
    }

    private var taken: String {
        let brought = results.brought == 0 ? "" : "；另有第三方样本 \(results.brought) 份，单独列出"
        return "共收到 \(results.total) 份答卷\(brought)。"
    }

    private func question(_ question: SurveyQuestion) -> HTML {
        let answered = results.answered[question.key] ?? 0
        guard question.kind != .text else {
            return Card(question.words, "<p>\(answered) 人写了意见，由主办部门阅看，不逐条公布。</p>").html
        }
        return "<h2>\(question.words)</h2>\(chart(question, answered))\(ages(question))"
    }

    private func chart(_ question: SurveyQuestion, _ answered: Int) -> HTML {
        let most = question.choices.max { count($0.value, question) < count($1.value, question) }
        let sentence =
            answered == 0
            ? "没有人回答这个问题"
            : "\(answered) 人回答，选“\(most?.label ?? "")”的最多"
        return BarChart(
            sentence, unit: "人", bars: question.choices.map { .init($0.label, count($0.value, question)) }
        ).html
    }

    private func ages(_ question: SurveyQuestion) -> HTML {
        let bands = AgeBand.allCases.filter(results.isShown)
        var columns: [Table.Column] = [.init("选项"), .init("人数", isNumber: true)]
        columns += bands.map { .init($0.chinese, isNumber: true) }
        if results.brought > 0 { columns.append(.init("第三方样本", isNumber: true)) }
        let table = Table(
            question.words, columns: columns,
            rows: question.choices.map { choice in
                var row: [HTML] = ["\(choice.label)", "\(count(choice.value, question))"]
                row += bands.map { "\(results.count(choice.value, of: question.key, in: $0) ?? 0)" }
                if results.brought > 0 { row.append("\(results.brought(choice.value, of: question.key))") }
                return row
            })
        return "<details class=\"more\"><summary>按年龄看</summary>\(table.html)</details>"
    }

    private func count(_ choice: String, _ question: SurveyQuestion) -> Int {
        results.count(choice, of: question.key)
    }

    /// The same numbers as lines of a file.
    var file: String {
        let bands = AgeBand.allCases.filter(results.isShown)
        let head = ["编号", "问题", "选项", "人数"] + bands.map(\.chinese) + ["第三方样本"]
        let lines = survey.questions.flatMap { question in
            question.choices.map { choice in
                [question.key, question.words, choice.label, String(count(choice.value, question))]
                    + bands.map { String(results.count(choice.value, of: question.key, in: $0) ?? 0) }
                    + [String(results.brought(choice.value, of: question.key))]
            }
        }
        return CSVLine.mark + ([head] + lines).map { CSVLine.text($0) }.joined()
    }
}
