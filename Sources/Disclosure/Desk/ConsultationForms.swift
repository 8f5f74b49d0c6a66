import Cases
import Refusals
import Web
import WorkingTime

/// Who was asked and what they said, and the form to ask somebody.
struct ConsultationForms {
    let page: RequestDeskPage

    var html: HTML {
        """
        \(page.consultations.isEmpty ? "<p>没有征求过意见。</p>" : list)
        \(if: page.isHandler && page.subject.phase == .accepted, ask)
        """
    }

    private var list: HTML { "<ul class=\"links\">\(each: page.consultations, item)</ul>" }

    private func item(_ consultation: Consultation) -> HTML {
        let state = consultation.reply?.chinese ?? "\(consultation.dueOn.shortChinese)以前答复"
        let file = DisclosurePath.deskFile(page.number, String(consultation.evidenceFile))
        return """
            <li><div><b>\(consultation.kind.chinese)：\(consultation.party)</b><p class="words">\(consultation.about)</p>
            \(consultation.replyWords.map { "<p class=\"words\">\($0)</p>" })
            <p class="hint">\(consultation.sentAt.shortChinese) \(consultation.sentBy)发出 · \
            <a href="\(file)">\(consultation.evidenceName)</a> · \(consultation.kind.silence)</p>
            \(if: consultation.reply == nil && page.isHandler, reply(consultation))</div><span>\(state)</span></li>
            """
    }

    private func reply(_ consultation: Consultation) -> HTML {
        let id = String(consultation.id)
        let form = Form(
            action: DisclosurePath.reply(page.number, id), token: page.token,
            fields: [
                Field(
                    "reply_\(id)", "结果", .division,
                    options: Consultation.Reply.allCases.map { Field.Option($0.rawValue, $0.chinese) },
                    error: page.errors["reply_\(id)"]),
                Field(
                    "reply_words_\(id)", "对方的意见和理由", .longText, isRequired: false,
                    error: page.errors["reply_words_\(id)"]),
            ], submit: "登记")
        return "<details class=\"more\"><summary>登记结果</summary>\(form.html)</details>"
    }

    private var ask: HTML {
        let form = Form(
            action: DisclosurePath.consultations(page.number), token: page.token,
            fields: [
                Field(
                    "consulted", "征求谁的意见", .division,
                    options: Consultation.Kind.allCases.map { Field.Option($0.rawValue, $0.chinese) },
                    error: page.errors["consulted"]),
                Field("party", "名称", error: page.errors["party"]),
                Field("about", "征求意见的内容", .longText, error: page.errors["about"]),
                Field(
                    "evidence", "征求意见函和送达凭证", .file, hint: "征求意见的时间不计入答复期限，要有凭证。",
                    error: page.errors["evidence"]),
            ], submit: "发出并暂停计时")
        return "<details class=\"more\"><summary>征求意见</summary>\(form.html)</details>"
    }
}
