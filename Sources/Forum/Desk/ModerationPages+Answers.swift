import HTTPTypes
import Identity
import Refusals
import Web

/// What an organ does with its own answers.
extension ModerationPages {
    var answers: [Route] {
        [
            .post(act("correction"), .may(.answerForum), journal: "forum.answer_corrected", "更正部门答复") {
                request, officer in
                try await answer(request, officer) { form, id in
                    try await OfficialAnswers(office: office).correct(
                        id, to: form["words"] ?? "", by: officer, request)
                }
            },
            .post(act("withdrawal"), .may(.answerForum), journal: "forum.answer_withdrawn", "撤回部门答复") {
                request, officer in
                try await answer(request, officer) { form, id in
                    try await OfficialAnswers(office: office).withdraw(
                        id, because: form["withdrawal"] ?? "", by: officer, request)
                }
            },
        ]
    }
}

extension DeskPostPage {
    /// Offered to the organ whose answer it is.
    var revising: HTML? {
        guard mayRevise, post.state == .shown, !post.isEmptied else { return nil }
        let words = Field(
            "words", "更正为", .longText, hint: "写完整的答复。更正以前的内容仍可查看，并标明更正的时间。",
            value: entered?["words"] ?? post.words, error: errors["words"])
        let why = Field(
            "withdrawal", "撤回的原因", .longText, hint: "会公开在原处，并告诉话题的作者。撤回以后不能恢复，可以另行答复。",
            value: entered?["withdrawal"] ?? "", error: errors["withdrawal"])
        return """
            \(Card("更正", send("correction", words, "更正并公布")).html)
            <details class="more"\(attribute: "open", if: errors["withdrawal"] != nil)>\
            <summary>撤回这条答复</summary>\(send("withdrawal", why, "撤回并公布原因"))</details>
            """
    }

    private func send(_ act: String, _ field: Field, _ submit: String) -> HTML {
        Form(action: ForumPath.deskAct(id, act), token: token, fields: [field], submit: submit).html
    }
}
