import HTTPTypes
import Refusals

/// A refusal as a person reads it: what happened, why, and what to do next.
struct RefusalPage {
    let refusal: Refusal
    let request: WebRequest

    /// Where those who work here go back to.
    let desk: String

    init(_ refusal: Refusal, request: WebRequest, desk: String) {
        self.refusal = refusal
        self.request = request
        self.desk = desk
    }

    var page: Page {
        Page(
            refusal.title, area: isOfficer ? .desk : .hall,
            body: """
                <div class="refusal">
                <p class="refusal-status" aria-hidden="true">\(refusal.status.code)</p>
                <h1>\(refusal.title)</h1>
                \(what)
                <p class="actions">\(way)</p>
                <p class="hint">咨询电话 12345。来电时请报编号 <span class="code">\(request.requestID)</span>。</p>
                </div>
                """)
    }

    private var isOfficer: Bool { request.principal?.isStaff ?? false }

    private var way: HTML {
        isOfficer
            ? "<a class=\"button\" href=\"\(desk)\">回到工作台</a>" : "<a class=\"button\" href=\"/\">回到首页</a>"
    }

    private var what: HTML {
        guard refusal.fields.count > 1 else { return "<p class=\"lead\">\(refusal.sentence)</p>" }
        return """
            <p class="lead">\(refusal.sentence)</p>
            <ul>\(each: refusal.fields, { "<li>\($0.sentence)</li>" })</ul>
            """
    }
}
