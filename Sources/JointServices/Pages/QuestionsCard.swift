import Refusals
import Services
import Web

/// What is asked once for several items, and what each asks alone.
struct QuestionsCard {
    let page: JointPage

    private var questions: [JointQuestion] { page.item.jointQuestions(of: page.subject.offered) }

    var html: HTML {
        guard page.item.joint != nil else { return .empty }
        let merged = questions.filter(\.isMerged)
        let saved = merged.map { $0.asked.count - 1 }.reduce(0, +)
        let lead: HTML =
            merged.isEmpty
            ? "<p>各事项没有相同的问题。</p>"
            : "<p>\(merged.count) 个问题只问一次，申请人少答 \(saved) 次。名称或者题目相同、答法也相同的自动合并。</p>"
        return Card(
            "合并的问题",
            """
            <div id="questions">\(lead)\(if: !merged.isEmpty, table(merged))
            \(alone)\(if: page.isOpen, merger)</div>
            """
        ).html
    }

    private func table(_ merged: [JointQuestion]) -> HTML {
        Table(
            "合并的问题", columns: [.init("问题"), .init("代替哪些事项的问题"), .init("分开问")],
            rows: merged.map { question in
                [
                    "\(question.field.label)",
                    "\(question.asked.map(words).joined(separator: "；"))",
                    page.isOpen ? HTML.joined(question.asked.dropFirst().map(separation)) : "—",
                ]
            }
        ).html
    }

    private func words(_ asked: JointQuestion.Asked) -> String { "\(asked.itemName)“\(asked.field.label)”" }

    private func separation(_ asked: JointQuestion.Asked) -> HTML {
        page.button(
            "\(asked.itemName)单独问", JointPath.separation(page.slug), back: "questions",
            [("part", Self.part(asked))])
    }

    /// What each item asks alone, folded away: there are many.
    private var alone: HTML {
        let own = questions.filter { !$0.isMerged }
        return """
            <details class="more"><summary>单独问的 \(own.count) 个问题</summary>
            <ul>\(each: own, { "<li>\($0.asked[0].itemName)：\($0.field.label)</li>" })</ul></details>
            """
    }

    private var merger: HTML {
        let own = questions.filter { !$0.isMerged }
        let part = Field(
            "part", "把这个问题", .choice, value: page.entered?["part"] ?? "",
            options: own.map { .init(Self.part($0.asked[0]), "\($0.asked[0].itemName)：\($0.field.label)") },
            error: page.errors["part"])
        let target = Field(
            "target", "并入这个问题", .choice, hint: "答法要相同。申请人只看到并入后的问题。",
            value: page.entered?["target"] ?? "",
            options: questions.map { .init($0.id, "\($0.field.label)（\($0.asked[0].itemName)）") },
            error: page.errors["target"])
        let isOpen = part.error != nil || target.error != nil
        return """
            <details class="more"\(attribute: "open", if: isOpen)><summary>手工合并两个问题</summary>
            \(Form(action: JointPath.merger(page.slug), token: page.token, fields: [part, target], also: page.seen("questions"), submit: "合并").html)
            </details>
            """
    }

    private static func part(_ asked: JointQuestion.Asked) -> String { "\(asked.item)/\(asked.field.name)" }
}
