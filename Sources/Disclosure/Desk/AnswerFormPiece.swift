import Cases
import Refusals
import Web

/// The form on which an answer is drafted.
struct AnswerFormPiece {
    let page: RequestDeskPage

    var html: HTML {
        guard page.isHandler, page.subject.openTasks.contains(where: { $0.act == .answer }) else {
            return .empty
        }
        guard !page.consultations.contains(where: { $0.reply == nil }) else {
            return Card("拟写答复", "<p>正在征求意见，登记结果以后才能答复。</p>").html
        }
        return Card(
            "拟写答复",
            Form(
                action: DisclosurePath.answer(page.number), token: page.token, fields: fields, submit: "送审签"
            ).html
        ).html
    }

    /// What was entered last, or stands in the draft that was sent back.
    private var entered: AnswerForm {
        if let entered = page.entered { return entered }
        var form = AnswerForm()
        guard let marks = page.subject.draft?.marks else { return form }
        form.kind = marks["kind"] ?? ""
        form.ground = marks["ground"] ?? ""
        form.publicTitle = marks["public_title"] ?? ""
        form.publicWords = marks["public_words"] ?? ""
        form.isPublic = marks["public_title"] != nil
        return form
    }

    private var kinds: [AnswerKind] { page.rules.kinds.filter { $0.fits(page.subject) } }

    private var fields: [Field] { substance + enclosures + register }

    private var substance: [Field] {
        let (form, errors) = (entered, page.errors)
        var fields = [
            Field(
                "kind", "答复类型", .division, value: form.kind,
                options: kinds.map { Field.Option($0.code, $0.name) }, error: errors["kind"])
        ]
        if !grounds.isEmpty {
            fields.append(
                Field(
                    "ground", "不予公开的理由", .division, hint: "不予公开、部分公开的选择。", isRequired: false,
                    value: form.ground, options: grounds, error: errors["ground"]))
        }
        fields.append(
            Field(
                "organ_named", "负责的机关和联系方式", hint: "不属于本机关负责的填写。", isRequired: false,
                value: form.organ, error: errors["organ_named"]))
        fields.append(
            Field(
                "words", "答复内容", .longText, hint: "写进答复书，申请人会看到；开头、依据和救济途径由系统写明。",
                isRequired: false, value: form.words, error: errors["words"]))
        return fields
    }

    /// Every ground of any kind, each once.
    private var grounds: [Field.Option] {
        var seen: Set<String> = []
        return kinds.flatMap { $0.grounds ?? [] }.filter { seen.insert($0.code).inserted }
            .map { Field.Option($0.code, $0.name) }
    }

    private var enclosures: [Field] {
        let kept = page.subject.draft?.enclosures ?? []
        let keep = Field(
            "keep", "上次的附件", .choice, isRequired: false, value: "yes",
            options: [
                Field.Option("yes", "保留 \(kept.map(\.name).joined(separator: "、"))"),
                Field.Option("no", "不保留"),
            ])
        return (kept.isEmpty ? [] : [keep]) + [
            Field(
                "enclosure", "提供给申请人的文件", .file, hint: "部分公开的，上传遮盖以后的文件。", isRequired: false,
                error: page.errors["enclosure"]),
            Field(
                "original", "遮盖以前的原件", .file, hint: "只留存在本机关，不会发给申请人。", isRequired: false,
                error: page.errors["original"]),
        ]
    }

    private var register: [Field] {
        let (form, errors) = (entered, page.errors)
        return [
            Field(
                "is_public", "答复以后在网上公开", .choice, value: form.isPublic ? "yes" : "no",
                options: [Field.Option("yes", "公开，去除个人信息"), Field.Option("no", "不公开")]),
            Field(
                "public_title", "公开的标题", isRequired: false, value: form.publicTitle,
                error: errors["public_title"]),
            Field(
                "public_words", "公开的摘要", .longText, hint: "不写姓名、号码、住址等个人信息。", isRequired: false,
                value: form.publicWords, error: errors["public_words"]),
        ]
    }
}
