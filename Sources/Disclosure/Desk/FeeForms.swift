import Cases
import Journal
import Refusals
import Web
import WorkingTime

/// Fees, and giving a request up that was not supplemented or not paid for.
struct FeeForms {
    let page: RequestDeskPage

    var html: HTML {
        """
        \(if: !page.fees.isEmpty || page.isHandler, Card("信息处理费", "\(list)\(notice)").html)
        \(if: mayAbandon, abandonment)
        """
    }

    private var list: HTML { "<ul class=\"links\">\(each: page.fees, item)</ul>" }

    private func item(_ fee: FeeNotice) -> HTML {
        let state = fee.paidAt.map { "\($0.shortChinese)已缴纳" } ?? "\(fee.dueOn.shortChinese)以前缴纳"
        let pay = PostButton(
            "登记缴费", action: DisclosurePath.payment(page.number, String(fee.id)), token: page.token)
        return """
            <li><div>\(fee.items) 件，\(fee.yuan) 元\(if: fee.paidAt == nil && page.isHandler, pay.html)</div>\
            <span>\(state)</span></li>
            """
    }

    private var notice: HTML? {
        guard page.isHandler, page.fees.isEmpty else { return nil }
        let form = Form(
            action: DisclosurePath.fees(page.number), token: page.token,
            fields: [
                Field(
                    "items", "当月申请件数", .integer, hint: "\(page.rules.fees.freeItems) 件以内不收费，金额按规则计算。",
                    error: page.errors["items"])
            ], submit: "发出收费通知")
        return "<details class=\"more\"><summary>数量、频次明显过多的，发收费通知</summary>\(form.html)</details>"
    }

    private var isUnpaid: Bool { page.fees.contains { $0.isUnpaid(on: page.view.now.day) } }

    private var mayAbandon: Bool {
        page.isHandler && page.actor.roles.contains("head")
            && (page.subject.phase == .supplementing || isUnpaid)
    }

    private var abandonment: HTML {
        let isSupplement = page.subject.phase == .supplementing
        let reasons = [
            isSupplement ? Field.Option("abandoned", "无正当理由逾期不补正") : nil,
            isUnpaid ? Field.Option("unpaid", "逾期未按收费通知缴费") : nil,
        ].compactMap(\.self)
        let form = Form(
            action: DisclosurePath.abandonment(page.number), token: page.token,
            fields: [
                Field("because", "原因", .division, options: reasons, error: page.errors["because"]),
                Field("reason", "写进告知书的理由", .longText, error: page.errors["reason"]),
            ], submit: "不再处理")
        return Card("不再处理", form.html).html
    }
}
