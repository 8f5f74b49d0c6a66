import Cases
import Codes
import Web
import WorkingTime

/// Everything there is to know about a case, what decides it first.
struct CaseContent {
    let dossier: Dossier
    let token: CSRFToken

    var html: HTML {
        let view = dossier.view
        let subject = view.subject
        let opinions = TaskRecords(dossier: dossier)
        let documents = DocumentsList(view)
        return """
            \(if: !opinions.isEmpty, Card("审查意见", opinions.html).html)
            \(if: !view.children.isEmpty, Card("各部门办理情况", OrganList(view, path: DeskPath.page).html).html)
            \(PromiseCards(dossier: dossier).html)
            \(Card("申请人", "\(applicant(subject))\(DisclosureForm(dossier: dossier, token: token).html)").html)
            \(said)
            \(Card("申请材料", MaterialsList(subject, filedIn: view.parent, licences: dossier.licences).html).html)
            \(if: !documents.isEmpty, Card("文书和证照", documents.html).html)
            """
    }

    private var said: HTML? {
        if let words = dossier.words {
            let rows = words.map { SummaryList.Row($0.label, "<p class=\"words\">\($0.words)</p>") }
            return Card("反映的内容", SummaryList(rows).html).html
        }
        guard !dossier.subject.form.isEmpty else { return nil }
        let answers = FormAnswersList(
            dossier.item, dossier.subject.form, masking: dossier.disclosure.masking,
            files: dossier.subject.materials)
        return Card("申请内容", answers.html).html
    }

    /// How it came here: of use, but not what one decides by.
    var background: HTML {
        """
        <h2>办理流程</h2>\(ProcessPicture(dossier.view).html)
        <h2>办理经过</h2>\(HistoryTimeline(dossier.view, showsActors: true).html)
        """
    }

    private func applicant(_ subject: Case) -> HTML {
        let applicant = subject.applicant
        let isEntity = applicant.kind == .entity
        let isOpen = isEntity || dossier.disclosure.isWhole
        let code = isOpen ? applicant.code : Masking.identityNumber(applicant.code)
        let rows: [SummaryList.Row?] = [
            .init(isEntity ? "单位名称" : "姓名", "\(applicant.name)"),
            .init(isEntity ? "统一社会信用代码" : "身份证号码", "<span class=\"code\">\(code)</span>"),
            applicant.agentName.map { .init("办事人", "\($0)") },
            applicant.phone.map(phone),
            .init("提交", "\(subject.filing.filedAt.chinese)，\(channel(subject.filing))"),
            confirmation(subject.filing),
        ]
        return SummaryList(rows.compactMap(\.self)).html
    }

    /// Without an entry it says so: nobody is to take for given what nobody recorded.
    private func confirmation(_ filing: FilingRecord) -> SummaryList.Row? {
        guard filing.channel == FilingRecord.counter else { return nil }
        return .init("申请人确认", "\(filing.confirmation?.words ?? "没有记录")")
    }

    private func phone(_ phone: String) -> SummaryList.Row {
        dossier.disclosure.isWhole
            ? .init("联系电话", "<a href=\"tel:\(phone)\">\(phone)</a>")
            : .init("联系电话", "<span class=\"code\">\(Masking.phone(phone))</span>")
    }

    private func channel(_ filing: FilingRecord) -> String {
        switch filing.channel {
        case FilingRecord.counter: "综合窗口 \(filing.filedBy) 代为提交"
        case FilingRecord.takenOver: "从原系统迁入，原办件编号 \(filing.reference ?? "")"
        case FilingRecord.letter: "来信，\(filing.filedBy) 登记"
        case FilingRecord.visit: "来访，\(filing.filedBy) 登记"
        case FilingRecord.call: "来电，\(filing.filedBy) 登记"
        case "api": "通过接口提交"
        case "forum": "\(filing.filedBy) 在市民论坛提出"
        case "correction": "\(filing.filedBy) 由读者纠错转来"
        case FilingRecord.kiosk: "\(filing.filedBy) 在自助终端提交"
        default: "\(filing.filedBy) 网上提交"
        }
    }
}
