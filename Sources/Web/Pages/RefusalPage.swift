import HTTPTypes
import Refusals

/// A refusal as a person reads it: what happened, why, and what to do next.
struct RefusalPage {
    let refusal: Refusal
    let request: WebRequest

    init(_ refusal: Refusal, request: WebRequest) {
        self.refusal = refusal
        self.request = request
    }

    var page: Page {
        Page(
            refusal.title,
            body: """
                <div class="refusal">
                <p class="refusal-status" aria-hidden="true">\(refusal.status.code)</p>
                <h1>\(refusal.title)</h1>
                \(what)
                <p class="actions"><a class="button" href="/">回到首页</a></p>
                <p class="hint">咨询电话 12345。来电时请报编号 <span class="code">\(request.requestID)</span>。</p>
                </div>
                """)
    }

    private var what: HTML {
        guard refusal.fields.count > 1 else { return "<p class=\"lead\">\(refusal.sentence)</p>" }
        return """
            <p class="lead">\(refusal.sentence)</p>
            <ul>\(each: refusal.fields, { "<li>\($0.sentence)</li>" })</ul>
            """
    }
}
