import Cases
import Refusals
import Web

/// Where the answer to a request is drafted.
struct AnswerFormPiece {
    let page: RequestDeskPage

    private var subject: Case { page.subject }
    private var errors: [FieldError] { page.errors }
    private var form: AnswerForm {
        if let entered = page.entered { return AnswerForm(entered) }
        var form = AnswerForm(for: subject)
        form.words = page.chosen?.words ?? ""
        return form
    }

    var html: HTML {
        """
        \(known)\(Form(
            action: RequestPath.answer(page.number), token: page.token, fields: substance + register,
            submit: "送审").html)
        """
    }

    /// What the knowledge base answers to questions like this.
    private var known: HTML {
        guard !page.answers.isEmpty else { return .empty }
        return """
            <details class="more"\(attribute: "open", page.chosen == nil ? nil : "")><summary>知识库里类似的 \(page.answers.count) 条</summary>
            <ul class="links">\(each: page.answers, { answer in
                "<li><div>\(answer.question)<br><span class=\"quiet-words\">\(answer.words.prefix(60).description)</span></div><a href=\"\(RequestPath.desk(page.number))?entry=\(answer.id)\">用这条答复</a></li>"
            })</ul></details>
            """
    }

    private var substance: [Field] {
        let words = Field(
            "words", "答复内容", .longText, hint: "写明查到了什么、做了什么、还要多久。开头和以后的途径由系统写。", value: form.words,
            error: errors["words"])
        guard page.rules.settles(subject) else { return [words] }
        return [
            Field(
                "result", "处理意见", .choice, value: form.result,
                options: page.rules.results.map { Field.Option($0.code, $0.name, hint: $0.words) },
                error: errors["result"]), words,
        ]
    }

    private var register: [Field] {
        guard subject.mayBePublic else { return [] }
        return [
            Field(
                "is_public", "答复以后在网上公开", .choice, value: form.isPublic ? "yes" : "no",
                options: [Field.Option("yes", "公开，去除个人信息"), Field.Option("no", "不公开")],
                error: errors["is_public"]),
            Field(
                "public_title", "公开的标题", hint: "选择公开的，下面三项都要写。", isRequired: false, value: form.publicTitle,
                error: errors["public_title"]),
            Field(
                "public_words", "公开的诉求", .longText, hint: "号码和姓名已经去掉，请再看一遍。", isRequired: false,
                value: form.publicWords, error: errors["public_words"]),
            Field(
                "public_answer", "公开的答复", .longText, hint: "不写姓名、号码、住址等个人信息。", isRequired: false,
                value: form.publicAnswer, error: errors["public_answer"]),
        ]
    }
}
