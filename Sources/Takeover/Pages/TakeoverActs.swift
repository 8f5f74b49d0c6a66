import Identity
import Jobs
import Journal
import Refusals
import Web

/// What can be done with a takeover now, by whoever looks at it.
struct TakeoverActs {
    let view: TakeoverView
    let errors: [FieldError]
    let officer: OfficerContext
    let token: CSRFToken

    private var record: TakeoverRecord { view.record }
    private var id: String { String(record.id) }
    private var prepares: Bool { officer.may(.prepareTakeovers) }

    var html: HTML {
        switch record.state {
        case .read: prepares ? read : .empty
        case .tried: tried
        case .asked: asked
        case .done: done
        case .trying, .taking, .undoing: prepares && isStopped ? resume : .empty
        case .undone:
            Notice("已撤销", "<p>保留的行写明了原因。需要时可以改好文件重新上传。</p>", tone: .done).html
        }
    }

    private var isStopped: Bool { view.job?.state == .cancelled }

    private func button(_ label: String, _ what: String, _ tone: PostButton.Tone) -> HTML {
        PostButton(label, action: TakeoverPath.act(id, what), token: token, tone: tone).html
    }

    private var read: HTML {
        """
        <div class="actions"><a class="button" href="\(TakeoverPath.plan(id))">填写对应关系</a>\
        \(button("试运行", "trial", .quiet))</div>
        """
    }

    private var tried: HTML {
        let count = view.count(.new)
        let remark = record.remark.map { "<p>安全管理员退回：\($0)</p>" as HTML }
        let words: HTML = "\(remark)<p>还没有写入任何内容。提交以后由安全管理员审定，同意后才迁入。</p>"
        guard prepares else { return Notice("可以迁入 \(count) 行", words).html }
        let submit = count > 0 ? button("提交审定", "request", .primary) : HTML.empty
        return Notice(
            count > 0 ? "可以迁入 \(count) 行" : "没有可以迁入的行",
            "\(words)<div class=\"actions\">\(submit)\(button("再试运行一次", "trial", .quiet))</div>",
            tone: count > 0 ? .plain : .warning
        ).html
    }

    private var asked: HTML {
        let who = record.asked?.name ?? ""
        guard officer.may(.decideTakeovers) else {
            return Notice("\(who)已提交，等待安全管理员审定").html
        }
        let remark = Field("remark", "退回的原因", .longText, error: errors["remark"])
        return Card(
            "审定",
            """
            <p>\(who)提交，迁入 \(view.count(.new)) 行。同意以后在后台写入\(record.kind == .staff ? "，并授予报告中的岗位" : "")。</p>
            <div class="actions">\(button("同意迁入", "approval", .primary))</div>
            <details\(attribute: "open", if: !errors.isEmpty)><summary>退回</summary>
            \(Form(action: TakeoverPath.act(id, "refusal"), token: token, fields: [remark], submit: "退回").html)
            </details>
            """
        ).html
    }

    private var done: HTML {
        let slips: HTML? =
            record.kind == .staff
            ? "<p><a href=\"\(TakeoverPath.slips(id))\">为还没有密码的人发一次性密码</a>（安全管理员）</p>" : nil
        let undo: HTML? =
            prepares && view.count(.taken) > 0
            ? """
            <details><summary>撤销这次迁入</summary>
            <p>只有迁入以后没有人动过才能撤销：\(record.kind == .staff ? "没有人设过密码、登录过或者变动过岗位" : "没有人办理过，时限也没有重新计算过")。</p>
            \(button("撤销迁入", "undoing", .danger))</details>
            """ : nil
        return Notice("已迁入 \(view.count(.taken)) 行", "\(slips)\(undo)", tone: .done).html
    }

    private var resume: HTML {
        Notice("后台任务被取消，停在中途", button("继续", "resumption", .primary), tone: .warning).html
    }
}
