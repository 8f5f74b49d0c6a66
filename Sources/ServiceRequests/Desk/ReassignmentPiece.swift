import Cases
import Government
import Identity
import Web

/// Where the office that handed a request out takes it back and gives it to another organ (改派).
struct ReassignmentPiece {
    let page: RequestDeskPage

    private var subject: Case { page.subject }
    private var isRefused: Bool { !["organ", "why"].allSatisfy { page.errors[$0] == nil } }

    var html: HTML? {
        guard subject.mayBeReassigned, page.officer.may(.assignRequests),
            page.officer.organs.contains(subject.plan.hall)
        else { return nil }
        let isAccused = page.background.accused.keys.contains(subject.plan.organ)
        let fields = [
            Field(
                "organ", "改派给哪个单位", .division, value: page.entered?["organ"] ?? "",
                options: page.organs.filter { organ in
                    organ.key != subject.plan.organ && !page.background.accused.keys.contains(organ.key)
                }.map { Field.Option($0.key, $0.name) }, error: page.errors["organ"]),
            Field(
                "why", "为什么改派", hint: "承办单位看得到，反映人看不到。", value: page.entered?["why"] ?? "",
                error: page.errors["why"]),
        ]
        return """
            \(if: isAccused, warning)<details class="more"\(attribute: "open", if: isRefused || isAccused)><summary>改派给别的单位</summary>
            <p>\(subject.plan.organName)不再办理，正在请的会办不再等待。答复反映人的期限不变。已经签收、受理的，新的单位接着办理，不能再退回。</p>\(Form(
                action: RequestPath.reassignment(page.number), token: page.token, fields: fields, submit: "改派").html)</details>
            """
    }

    private var warning: HTML {
        Notice(
            "请改派给别的单位", "<p>被反映的\(page.background.accused.words)，就是现在的承办单位。</p>", tone: .warning
        ).html
    }
}
