import Services
import Web
import WorkingTime

/// What can be done with a draft by whoever looks at it.
struct DraftActs {
    let page: DraftPage

    private var draft: ItemDraft { page.draft }
    private var id: String { String(page.draft.id) }

    var html: HTML {
        """
        \(if: page.mayEdit && draft.state.isWritable && draft.purpose == .publish, submission)
        \(if: page.mayReview && draft.state == .submitted, review)
        \(if: page.mayEdit && ItemDraft.State.open.contains(draft.state), withdrawal)
        """
    }

    private var submission: HTML {
        let fields = [
            Field(
                "effective_on", "生效日期", .date, hint: "当天零时起按这一版办理。",
                value: value("effective_on") ?? page.today.iso,
                error: page.errors["effective_on"]),
            Field(
                "ends_on", "失效日期", .date, hint: "到期自动停办；长期有效的不填。", isRequired: false,
                value: value("ends_on") ?? draft.endsOn?.iso ?? "", error: page.errors["ends_on"]),
        ]
        return Card(
            "提交审核",
            page.check.findings.isEmpty
                ? Form(
                    action: ItemLibraryPath.act("submission", of: id), token: page.token, fields: fields,
                    submit: "提交审核"
                ).html : "<p>改好上面的问题以后，在这里提交。</p>"
        ).html
    }

    private var review: HTML {
        let reason = Field(
            "reason", "退回的原因", .longText, value: value("reason") ?? "", error: page.errors["reason"])
        return Card(
            "审核",
            """
            \(PostButton("审核通过", action: ItemLibraryPath.act("approval", of: id), token: page.token, tone: .primary).html)
            <details class="more"\(attribute: "open", if: page.errors["reason"] != nil)><summary>退回修改</summary>
            \(Form(action: ItemLibraryPath.act("return", of: id), token: page.token, fields: [reason], submit: "退回").html)
            </details>
            """
        ).html
    }

    private var withdrawal: HTML {
        PostButton(
            "撤回这份草稿", action: ItemLibraryPath.act("withdrawal", of: id), token: page.token, tone: .danger
        ).html
    }

    private func value(_ name: String) -> String? { page.entered?[name] }
}
