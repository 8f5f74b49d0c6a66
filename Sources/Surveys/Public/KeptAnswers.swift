import Web

/// What somebody has filled in that is not taken any more: to be read and copied.
struct KeptAnswers {
    let survey: Survey
    let entered: FormData

    var html: HTML {
        let asked = survey.asked { entered.all($0) }
        let rows = survey.questions.enumerated().filter { asked.contains($1) }.map { place, question in
            SummaryList.Row(
                "\(place + 1). \(question.words)",
                "<p class=\"words\">\(question.said(entered.all(question.key)))</p>")
        }
        return """
            <h2>您填写的内容</h2>
            <p>您填写的内容没有提交，需要时可以复制。</p>
            \(SummaryList(rows).html)
            """
    }
}

extension SurveyQuestion {
    /// An answer in the words of its choices, or as it was written.
    fileprivate func said(_ given: [String]) -> String {
        kind == .text
            ? given.joined()
            : choices.filter { given.contains($0.value) }.map(\.label).joined(separator: "、")
    }
}
