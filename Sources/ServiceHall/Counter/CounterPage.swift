import Cases
import Codes
import Desk
import Government
import Refusals
import Services
import Web

/// The counter: first the applicant, then the service.
struct CounterPage {
    var code = ""
    /// What the clerk looks for among the services.
    var words = ""
    var found: Applicant?
    var services: [PublicService] = []
    /// How sure it is whose account the applicant's is; nil when they have none.
    var assurance: Assurance?
    var error: FieldError?
    let token: CSRFToken

    var page: Page {
        Page(
            "窗口代办", crumbs: [Link("工作台", DeskPath.home), Link("窗口代办", nil)], area: .desk,
            body: """
                \(ErrorSummary([error].compactMap(\.self)).html)
                <h1>窗口代办</h1>
                <p>代到窗口来的群众和企业填写、提交申请。查询会记入日志。</p>
                \(found.map(chosen) ?? lookup)
                """)
    }

    private var lookup: HTML {
        let field = Field(
            "code", "申请人的身份证号码或者统一社会信用代码", .identityNumber, hint: "18 位，可以用读卡器或者扫码枪输入。",
            value: code, error: error?.sentence)
        return Form(action: CounterPath.counter, token: token, fields: [field], submit: "查询").html
    }

    private func chosen(_ applicant: Applicant) -> HTML {
        """
        \(identity(applicant))
        <h2>选择事项</h2>
        \(search)
        \(services.isEmpty ? nothing : list(applicant))
        """
    }

    private func identity(_ applicant: Applicant) -> HTML {
        let isPerson = applicant.kind == .person
        let rows: [SummaryList.Row] =
            [
                .init(isPerson ? "姓名" : "名称", "\(isPerson ? Masking.name(applicant.name) : applicant.name)"),
                .init(
                    isPerson ? "身份证号码" : "统一社会信用代码",
                    "<span class=\"code\">\(isPerson ? Masking.identityNumber(applicant.code) : applicant.code)</span>"
                ),
                .init("电话", "\(applicant.phone.map(Masking.phone) ?? "没有登记")"),
            ] + (assurance.map { [.init("实名等级", "\($0.chinese)")] } ?? [])
        return Card(
            "申请人",
            """
            <p>\(isPerson ? "请与本人身份证核对，一致后再选择事项。" : "请与营业执照和经办人的授权核对，一致后再选择事项。")\
            <a href="\(CounterPath.counter)">换一位申请人</a></p>
            \(SummaryList(rows).html)\(if: assurance.map { $0 < .present } ?? false, confirmation)
            """
        ).html
    }

    /// Comparing happens at the counter; the button says that it was done.
    private var confirmation: HTML {
        let button = PostButton(
            "本人与身份证一致", action: CounterPath.assurance, token: token, values: [("code", code)])
        return """
            <p class="hint">当面核对本人与身份证一致后确认，申请人以后可以在网上办理须当面核验身份的事项。</p>
            \(button.html)
            """
    }

    private var search: HTML {
        """
        <form role="search" method="post" action="\(CounterPath.counter)">\(token.field)
        <input type="hidden" name="code" value="\(code)">
        <div class="field"><div class="search"><input type="search" name="q" value="\(words)" aria-label="搜索事项" \
        placeholder="搜索事项"><button class="button">搜索</button></div></div></form>
        """
    }

    private func list(_ applicant: Applicant) -> HTML {
        Card(nil, "<ul class=\"organs\">\(each: services, { row($0, applicant) })</ul>").html
    }

    private func row(_ service: PublicService, _ applicant: Applicant) -> HTML {
        let begin = PostButton(
            "开始填写", action: ApplicationPath.start, token: token,
            values: [("service", service.code), ("applicant", applicant.code)])
        return
            "<li class=\"organ\"><b>\(service.item.name)</b>\(begin.html)<p>\(service.item.summary)</p></li>"
    }

    private var nothing: HTML {
        EmptyState("没有找到与“\(words)”有关的事项", "<p>换个短一点的词再试。</p>").html
    }
}
