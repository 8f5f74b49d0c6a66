import Codes
import Refusals
import Web
import WorkingTime

/// A call on the screen of whoever answers it: who calls, what they called about before, what is known, what to do.
struct CallPage {
    let call: Call
    let history: [Call]
    let asked: String
    let found: [KnowledgeEntry]
    /// The entry that was chosen to answer with.
    let entry: KnowledgeEntry?
    let errors: [FieldError]
    let entered: FormData?
    let token: CSRFToken

    private var id: String { String(call.id) }

    var page: Page {
        Page(
            "来电", crumbs: [Link("工作台", HotlinePath.home), Link("热线", HotlinePath.desk), Link("来电", nil)],
            width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>来电 \(call.caller ?? "号码隐藏")</h1>
                <p class="case-state">\(CallBadge(call).html) 分机 \(call.line)</p>
                <div class="columns"><div>\(facts)\(knowledge)\(before)</div><div>\(duties)</div></div>
                """)
    }

    private var facts: HTML {
        let rows: [SummaryList.Row?] = [
            .init("来电", "\(call.ringingAt.chinese)"),
            call.answeredAt.map { .init("接通", "\($0.time)，响了 \(max(0, $0 - call.ringingAt)) 秒") },
            call.endedAt.map { .init("结束", "\($0.time)") },
            .init("话务员", "\(call.agent?.name ?? "没有人值守")"),
            call.conclusion.map { .init("处理", $0.html) },
            call.conclusion?.note.map { .init("记录", "<p class=\"words\">\($0)</p>") },
        ]
        return Card("这个来电", SummaryList(rows.compactMap(\.self)).html).html
    }

    private var before: HTML {
        guard call.caller != nil else {
            return Card("以前的来电", "<p>号码隐藏，查不到以前的来电。请问清怎样回复。</p>").html
        }
        guard !history.isEmpty else { return Card("以前的来电", "<p>这个号码以前没有来过电。</p>").html }
        return Card(
            "以前的来电",
            """
            <ul class="links">\(each: history, { earlier in
                "<li><div>\(earlier.ringingAt.shortChinese)<br><span class=\"quiet-words\">\(earlier.agent?.name ?? "没有人值守")</span></div><span>\(earlier.conclusion?.html ?? "\(earlier.state)")</span></li>"
            })</ul>
            """
        ).html
    }

    private var duties: HTML {
        guard call.conclusion == nil else { return call.takesTicket ? intake : .empty }
        return """
            \(Card("紧急的先转接", CallDuties.emergencies(id, token)).html)
            \(intake)
            \(Card("当场答复", CallDuties(page: self).answer).html)
            \(Card("不用登记", CallDuties(page: self).closing).html)
            """
    }

    private var intake: HTML {
        let already = call.conclusion.map { "已经\($0.chinese)。还" } ?? ""
        return Card(
            "登记工单",
            """
            <p>\(already)需要单位办理的，填一页工单，号码已经填好。</p>
            <p class="actions"><a class="button" href="\(HotlinePath.intake(id))">登记工单</a></p>
            """
        ).html
    }

    private var knowledge: HTML {
        Card(
            "查知识库",
            """
            \(WordSearch(action: HotlinePath.call(id), label: "查知识库", asked: asked).html)\(results)
            """
        ).html
    }

    private var results: HTML {
        guard !asked.isEmpty else { return .empty }
        guard !found.isEmpty else { return "<p>没有找到，请换个说法。</p>" }
        return """
            <ul class="links">\(each: found, { entry in
                "<li><div><a href=\"\(KnowledgePath.entry(String(entry.id)))\">\(entry.text.question)</a><br><span class=\"quiet-words\">\(entry.text.summary)</span><br><a href=\"\(HotlinePath.call(id))?entry=\(String(entry.id))\">用这条答复</a></div></li>"
            })</ul>
            """
    }
}

extension Conclusion {
    /// In a word, with the way to the ticket.
    var html: HTML {
        if outcome == .ticket { return Self.way(to: key) }
        guard let ticket else { return "\(chinese)" }
        return "\(chinese)，\(Self.way(to: ticket))"
    }

    /// The ticket of an author whose identity is protected has no number here.
    private static func way(to ticket: String) -> HTML {
        guard !ticket.isEmpty else { return "已登记工单" }
        return "<a class=\"code\" href=\"\(HotlinePath.ticket(ticket))\">工单 \(ticket)</a>"
    }
}

/// Where a call stands, in a word.
struct CallBadge {
    private let call: Call

    init(_ call: Call) { self.call = call }

    var html: HTML {
        if let conclusion = call.conclusion { return StatusBadge(conclusion.chinese, .done).html }
        guard call.endedAt == nil else {
            return StatusBadge(call.answeredAt == nil ? "没有接通" : "等待处理", .near).html
        }
        return StatusBadge(call.state, call.answeredAt == nil ? .late : .active).html
    }
}
