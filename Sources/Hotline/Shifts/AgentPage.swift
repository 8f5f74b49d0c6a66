import Codes
import Refusals
import Storage
import Web
import WorkingTime

/// The screen of whoever answers.
struct AgentPage {
    let shift: Shift?
    let open: [Call]
    let calls: [Call]
    let errors: [FieldError]
    let line: String
    let pager: Pager
    let token: CSRFToken

    /// Without JavaScript it asks anew every ten seconds; with it, the script is told.
    var page: Page {
        Page(
            "热线", crumbs: [Link("工作台", HotlinePath.home), Link("热线", nil)], width: .wide, area: .desk,
            scripts: shift == nil ? [] : ["hall.js"],
            body: """
                \(ErrorSummary(errors).html)
                \(if: shift != nil, "<noscript><meta http-equiv=\"refresh\" content=\"10\"></noscript>")
                <h1>热线</h1>
                \(shift.map(duty) ?? start)
                \(if: shift != nil, pop)
                <p><a href="\(HotlinePath.board)">班次</a> · <a href="\(KnowledgePath.desk)">知识库</a> · <a href="\(HotlinePath.quality)">质检</a> · <a href="\(HotlinePath.figures)">数据</a></p>
                <h2>我接的来电</h2>
                \(calls.isEmpty ? EmptyState("还没有接过来电").html : table)\(pager.html)
                """)
    }

    private var start: HTML {
        Card(
            "上班",
            Form(
                action: HotlinePath.shift, token: token,
                fields: [
                    Field("line", "分机", hint: "您座席上的分机号码，来电按它弹到您的屏幕。", value: line, error: errors["line"])
                ], submit: "上班"
            ).html
        ).html
    }

    private func duty(_ shift: Shift) -> HTML {
        let other: Shift.State = shift.state == .ready ? .resting : .ready
        return """
            <p class="case-state">\(StatusBadge(shift.state.chinese, shift.state == .ready ? .done : .waiting).html) \
            分机 \(shift.line)，\(shift.startedAt.time)上班</p>
            <div class="actions">\(PostButton(other.chinese, action: HotlinePath.shift, token: token, values: [("state", other.rawValue)]).html)\
            \(PostButton("下班", action: HotlinePath.shiftEnd, token: token).html)</div>
            """
    }

    private var pop: HTML {
        """
        <div data-events="\(HotlinePath.events)"><div data-place aria-live="assertive">\(CallPop(calls: open).html)</div>
        <p><button type="button" class="button quiet" data-voice hidden>打开语音</button></p></div>
        """
    }

    private var table: HTML {
        Table(
            "我接的来电", columns: ["来电", "时间", "处理", "操作"].map { Table.Column($0) },
            rows: calls.map { call in
                [
                    "\(call.caller.map(Masking.phone) ?? "号码隐藏")", "\(call.ringingAt.shortChinese)",
                    CallBadge(call).html, "<a href=\"\(HotlinePath.call(String(call.id)))\">打开</a>",
                ]
            }
        ).html
    }
}

/// The call that comes up.
struct CallPop {
    let calls: [Call]

    private struct Spoken: Encodable {
        let key: String
        let words: String
    }

    private struct News: Encodable {
        let html: String
        let calls: [Spoken]
    }

    var event: ServerEvent {
        get throws {
            let ringing = calls.filter { $0.answeredAt == nil }
            return ServerEvent(
                "calls",
                data: try encodeJSON(
                    News(
                        html: html.description,
                        calls: ringing.map { Spoken(key: String($0.id), words: "有来电，请接听。") })))
        }
    }

    var html: HTML {
        guard !calls.isEmpty else { return Notice("现在没有来电", "<p>来电会出现在这里。</p>").html }
        return HTML.joined(calls.map(card))
    }

    private func card(_ call: Call) -> HTML {
        let place = call.agent == nil ? "，分机 \(call.line) 没有人值守" : ""
        return Notice(
            "\(call.state)：\(call.caller ?? "号码隐藏")",
            """
            <p>\(call.ringingAt.time)来电\(place)</p>
            <p class="actions"><a class="button" href="\(HotlinePath.call(String(call.id)))">打开来电</a></p>
            """, tone: call.answeredAt == nil ? .warning : .plain
        ).html
    }
}
