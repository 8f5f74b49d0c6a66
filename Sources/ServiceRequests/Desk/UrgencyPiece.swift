import Cases
import Identity
import Web

/// Where a ticket becomes urgent that did not look so when it came in.
struct UrgencyPiece {
    let page: RequestDeskPage

    var html: HTML? {
        let subject = page.subject
        guard subject.requestProcess == .ticket, !subject.isUrgent, !subject.phase.isFinal,
            page.officer.may(.takeInRequests), page.officer.organs.contains(subject.plan.hall)
        else { return nil }
        let field = Field(
            "urgency", "为什么紧急", value: page.entered?["urgency"] ?? "", error: page.errors["urgency"])
        return """
            <details class="more"\(attribute: "open", page.errors["urgency"] == nil ? nil : "")><summary>改为紧急</summary>
            <p>从现在起 \(String(page.rules.limits.urgent)) 小时内办理，立即告诉承办单位的负责人。</p>\(Form(
                action: RequestPath.urgency(page.number), token: page.token, fields: [field], submit: "改为紧急").html)</details>
            """
    }
}
