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
        <p class="hint">一个年龄段、第三方样本不足 \(SurveyResults.least) 人回答的不单独列出。答卷不记姓名，调查结束时已清除谁参加过的记录。</p>
        <p><a href="\(SurveyPath.file(String(survey.id)))">下载数据（CSV）</a></p>
        """
    }

    private var taken: String {
        let brought = results.brought == 0 ? "" : "；另有第三方样本 \(results.brought) 份，不计在内"
        return "共收到 \(results.total) 份答卷\(brought)。"
    }

    private func question(_ question: SurveyQuestion) -> HTML {
        guard results.isShown(question) else {
            return Card(question.words, "<p>\(SurveyResults.tooFew)。</p>").html
        }
        let answered = results.answered[question.key] ?? 0
        guard question.kind != .text else {
            return Card(question.words, "<p>\(answered) 人写了意见，由主办部门阅看，不逐条公布。</p>").html
        }
        return "<h2>\(question.words)</h2>\(chart(question, answered))\(ages(question))"
    }

    private func chart(_ question: SurveyQuestion, _ answered: Int) -> HTML {
        let most = question.choices.max { count($0.value, question) < count($1.value, question) }
        return BarChart(
            "\(answered) 人回答，选“\(most?.label ?? "")”的最多", unit: "人",
            bars: question.choices.map { .init($0.label, count($0.value, question)) }
        ).html
    }

    private func ages(_ question: SurveyQuestion) -> HTML {
        let bands = results.shownBands(of: question)
        var columns: [Table.Column] = [.init("选项"), .init("人数", isNumber: true)]
        columns += bands.map { .init($0.chinese, isNumber: true) }
        let showsBrought = results.showsBrought(question)
        if showsBrought { columns.append(.init("第三方样本", isNumber: true)) }
        let table = Table(
            question.words, columns: columns,
            rows: question.choices.map { choice in
                var row: [HTML] = ["\(choice.label)", "\(count(choice.value, question))"]
                row += bands.map { "\(results.count(choice.value, of: question, in: $0) ?? 0)" }
                if showsBrought { row.append("\(results.brought(choice.value, of: question.key))") }
                return row
            })
        return "<details class=\"more\"><summary>按年龄看</summary>\(table.html)</details>"
    }

    private func count(_ choice: String, _ question: SurveyQuestion) -> Int {
        results.count(choice, of: question.key)
    }

    /// The same numbers as lines of a file; a number that is not shown is left empty.
    var file: String {
        let head = ["编号", "问题", "选项", "人数"] + AgeBand.allCases.map(\.chinese) + ["第三方样本"]
        let rows = survey.questions.filter { $0.kind != .text }.flatMap(lines)
        return CSVLine.mark + ([head] + rows).map { CSVLine.text($0) }.joined()
    }

    private func lines(_ question: SurveyQuestion) -> [[String]] {
        guard results.isShown(question) else {
            let empty = Array(repeating: "", count: AgeBand.allCases.count + 2)
            return [[question.key, question.words, SurveyResults.tooFew] + empty]
        }
        return question.choices.map { choice in
            let ages = AgeBand.allCases.map { results.count(choice.value, of: question, in: $0) }
            let brought =
                results.showsBrought(question) ? results.brought(choice.value, of: question.key) : nil
            let numbers: [Int?] = [count(choice.value, question)] + ages + [brought]
            return [question.key, question.words, choice.label] + numbers.map { $0.map(String.init) ?? "" }
        }
    }
}
