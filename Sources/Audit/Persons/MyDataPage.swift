import Codes
import Desk
import Government
import Identity
import Services
import Web
import WorkingTime

/// What is known about me, and what I may do about it (个人信息保护法 arts. 44–50).
struct MyDataPage {
    let account: Account
    let person: Person?
    let caseCount: Int
    /// Where somebody takes back what they let other systems know; `nil` where there are none.
    let consents: String?
    let token: CSRFToken

    var page: Page {
        Page(
            "我的信息", crumbs: [Link("我的信息", nil)],
            body: """
                <h1>我的信息</h1>
                <p class="lead">本站保存的您的个人信息，以及您对它的权利。</p>
                \(SummaryList(rows).html)
                <h2>您可以</h2>
                <ul class="doings"><li><a href="\(PersonPath.readings)">看谁查看过我的信息</a>，有不妥的可以投诉</li>
                <li><a href="\(PersonPath.requests)">要求更正、删除，或者撤回同意</a>，看答复</li>\(consented)</ul>
                <h2>下载副本</h2>
                <p>包括登记信息和最近 \(PersonalCopy.mostCases) 件办件的申请内容、材料清单、文书和经过。下载前要验证身份。</p>
                <div class="actions">\(button("下载数据文件（JSON）", "json"))\(button("打开可打印的副本", "page"))</div>
                """)
    }

    private var consented: HTML {
        guard let consents else { return "" }
        return "<li><a href=\"\(consents)\">看您同意哪些系统使用您的资料</a>，随时可以撤回</li>"
    }

    private func button(_ words: String, _ format: String) -> HTML {
        PostButton(words, action: PersonPath.copies, token: token, values: [(name: "format", value: format)])
            .html
    }

    private var rows: [SummaryList.Row] {
        let count = caseCount == PersonalCopy.mostCases ? "\(caseCount) 件以上" : "\(caseCount) 件"
        return [
            .init("账号", "<span class=\"code\">\(account.name)</span>"),
            .init("姓名", "\(person?.name ?? account.displayName)"),
            person.map {
                .init(
                    "身份证号码", "<span class=\"code\">\(Masking.identityNumber($0.identityNumber.text))</span>")
            },
            person.map { .init("联系电话", "\(Masking.phone($0.phone))") },
            person.map { .init("地址", "\($0.address)") },
            .init("本人办件", "<a href=\"/my/cases\">\(count)</a>"),
        ].compactMap(\.self)
    }
}

/// The copy as people read and print it.
struct PersonalCopyPage {
    let copy: PersonalCopy
    /// What the questions of each case were called.
    let items: [String: ServiceItem]

    var page: Page {
        Page(
            "我的信息副本", crumbs: [Link("我的信息", PersonPath.data), Link("副本", nil)],
            body: """
                <article class="receipt"><h1>我的信息副本</h1>\(SummaryList(rows).html)\(each: copy.cases, matter)</article>
                <p class="actions"><span data-print="打印副本"></span></p>
                """)
    }

    private var rows: [SummaryList.Row] {
        let known = copy.registered
        return [
            .init("制作时间", "\(Self.words(copy.made_at))"), .init("账号", "\(copy.account)"),
            .init("姓名", "\(copy.name)"),
            known.map { .init("身份证号码", "\($0.identity_number)") }, known.map { .init("联系电话", "\($0.phone)") },
            known.map { .init("地址", "\($0.address)") },
        ].compactMap(\.self)
    }

    /// An instant of the file as people say it.
    private static func words(_ text: String) -> String { Instant(rfc3339: text)?.chinese ?? text }

    private func matter(_ matter: PersonalCopy.Matter) -> HTML {
        """
        <h2>\(matter.service)</h2>
        \(SummaryList([
            .init("办件编号", "<span class=\"code\">\(matter.number)</span>"), .init("部门", "\(matter.organ)"),
            .init("提交", "\(Self.words(matter.filed_at))"), .init("状态", "\(matter.state)"),
            .init("申请人", "\(matter.applicant) \(matter.phone ?? "")"),
            .init("材料", "\(matter.materials.isEmpty ? "无" : matter.materials.joined(separator: "；"))"),
            .init("文书和证照", "\(matter.documents.isEmpty ? "无" : matter.documents.joined(separator: "；"))"),
        ]).html)
        \(FormAnswersList(items[matter.number], matter.form, masking: []).html)
        <ul>\(each: matter.history, { "<li>\(Self.words($0.at)) \($0.sentence)</li>" })</ul>
        """
    }
}
