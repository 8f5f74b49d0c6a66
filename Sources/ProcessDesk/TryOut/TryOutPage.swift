import BusinessProcess
import DecisionModel
import Refusals
import Web

/// A process that is tried: what is open now, where it stands, and what has happened.
struct TryOutPage {
    let state: TryOutState
    /// The page of the process that is tried.
    let process: Link
    /// This page, without what stands in its query.
    let address: String

    private var play: TryOut { state.play }

    var page: Page {
        Page(
            "试运行：\(play.definition.name)",
            crumbs: [
                Link("工作台", "/desk"), Link("业务流程", ProcessDeskPath.processes), process, Link("试运行", nil),
            ],
            width: .wide, area: .desk,
            body: """
                \(ErrorSummary(state.errors).html)
                <h1>试运行：\(play.definition.name)</h1>
                <p class="lead">用假设的数据一步一步走一遍，不产生办件，也不留下记录。</p>
                \(refusal)\(end)
                <div class="columns"><div>\(steps)\(Card("流程图", picture).html)</div>
                <aside aria-label="数据和经过">\(values)\(Card("经过", log).html)</aside></div>
                """)
    }

    private var refusal: HTML? { play.refusal.map { Notice("没有走成", "<p>\($0)</p>", tone: .error).html } }

    private var end: HTML? {
        guard play.instance?.isEnded == true else { return nil }
        return Notice("流程结束", "<p>\(play.end?.title ?? "已终止")</p>", tone: .done).html
    }

    private var steps: HTML {
        let open =
            play.steps.map { TryOutStepForm($0, in: play.definition) } + play.waiting.map(TryOutStepForm.init)
        let back = play.moves.isEmpty ? nil : tools
        guard !open.isEmpty else { return back.map { Card("现在", $0).html } ?? .empty }
        return Card("现在可以", "\(each: open, form)\(back)").html
    }

    private func form(_ step: TryOutStepForm) -> HTML {
        """
        <form class="try" method="get" action="\(address)">\(hidden)\(step.html)</form>
        """
    }

    private var hidden: HTML {
        """
        <input type="hidden" name="given" value="\(state.given)">\
        <input type="hidden" name="moves" value="\(play.moves.text)">
        """
    }

    /// One step back, and back to the start.
    private var tools: HTML {
        """
        <form class="try" method="get" action="\(address)"><input type="hidden" name="given" value="\(state.given)">
        <div class="actions"><button class="button quiet" name="moves" value="\(Array(play.moves.dropLast()).text)">退一步</button>
        <button class="button quiet" name="moves" value="">从头开始</button></div></form>
        """
    }

    private var picture: HTML {
        """
        <div class="flow" tabindex="0" role="group" aria-label="流程图，可以左右移动">\
        \(HTML.raw(trusted: play.definition.svg(state: play.states, prefix: "try")))</div>
        """
    }

    private var log: HTML {
        "<ol class=\"log\" reversed>\(each: play.lines.reversed(), { "<li>\($0.sentence)</li>" })</ol>"
    }

    private var values: HTML {
        let field = Field(
            "given", "假设的数据", .longText, hint: "FEEL 写法，条件里能用到的 form（表单）和 case（办件）都可以写。改动后从头开始。",
            value: state.given, error: state.errors["given"])
        return Card(
            "数据",
            """
            <form class="form" method="get" action="\(address)" novalidate>\(field.html)\
            <div class="actions"><button class="button quiet">用这些数据从头开始</button></div></form>
            \(SummaryList(known).html)
            """
        ).html
    }

    /// What conditions can ask about besides, by the name they ask for.
    private var known: [SummaryList.Row] {
        play.variables.sorted { $0.key < $1.key }.flatMap { name, value -> [SummaryList.Row] in
            guard name != "form", name != "case" else { return [] }
            guard case .context(let entries) = value else { return [.init(name, "\(value.words)")] }
            return entries.sorted { $0.key < $1.key }.map { .init("\(name).\($0.key)", "\($0.value.words)") }
        }
    }
}
