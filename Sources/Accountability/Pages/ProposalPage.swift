import Refusals
import Web

/// The form of a proposal, in two steps.
struct ProposalPage {
    /// Tells an address that was asked for with the button from one that was followed.
    static let pressed = "go"

    let organs: [Field.Option]
    let entered: FormData
    var errors: [FieldError]
    let token: CSRFToken
    var ground: InquiryGround?
    var members: [Field.Option] = []

    var page: Page {
        Page(
            "提出问责",
            crumbs: [Link("工作台", "/desk"), Link("行政问责", AccountabilityPath.inquiries), Link("提出问责", nil)],
            area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>提出问责</h1>
                \(ground.flatMap { members.isEmpty ? nil : second($0) } ?? first)
                """)
    }

    /// Which ground: asked by address, so that it can be linked to.
    private var first: HTML {
        """
        <p class="lead">从已经成立的红牌、超期的督办事项、群众投诉提出。提出的人不能核实，核实的人不能决定。</p>
        <form class="form" action="\(AccountabilityPath.new)" novalidate>
        \(HTML.joined([
            field("source", "来源", .choice, options: Inquiry.Source.allCases.map { .init($0.rawValue, $0.chinese) }),
            field("reference", "来源的页面地址或者编号", .text, hint: "监察信号、督办事项：粘贴它的页面地址；投诉：填办件编号。"),
            field("organ", "当事人的部门", .choice, hint: "从投诉提出时要选。", isRequired: false, options: [.init("", "不选")] + organs),
        ].map(\.html)))
        <div class="actions"><button class="button" name="\(Self.pressed)" value="yes">继续</button></div>
        </form>
        """
    }

    private func second(_ ground: InquiryGround) -> HTML {
        let hidden = ["source", "reference", "organ"].map { name -> HTML in
            "<input type=\"hidden\" name=\"\(name)\" value=\"\(entered[name] ?? "")\">"
        }
        return """
            \(SummaryList([.init("来源", "\(ground.title)")] + ground.facts.map { .init($0.name, "\($0.words)") }).html)
            \(Form(
                action: AccountabilityPath.new, token: token,
                fields: [
                    field("person", "当事人", .choice, options: members),
                    field("facts", "当事人做了什么", .longText, hint: "当事人会看到这段话。不要写是谁投诉的。"),
                ], also: HTML.joined(hidden), submit: "提出问责").html)
            """
    }

    private func field(
        _ name: String, _ label: String, _ kind: Field.Kind, hint: String? = nil, isRequired: Bool = true,
        options: [Field.Option] = []
    ) -> Field {
        Field(
            name, label, kind, hint: hint, isRequired: isRequired, value: entered[name] ?? "",
            options: options,
            error: errors[name])
    }
}
