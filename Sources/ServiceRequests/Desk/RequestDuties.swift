import Cases
import Codes
import Government
import Identity
import Refusals
import Web
import WorkingTime

/// What an officer is offered to do with a request; the rules decide again when it is done.
struct RequestDuties {
    let page: RequestDeskPage

    var subject: Case { page.subject }
    private var errors: [FieldError] { page.errors }

    var html: HTML {
        let help = AssistancePieces(page: page)
        let mine = [
            assignment, ReassignmentPiece(page: page).html, receipt, help.asked.map(help.opinion),
            AfterAnswerPiece(page: page).html,
            UrgencyPiece(page: page).html, UnpublishingPiece(page: page).html, ReportPiece(page: page).html,
        ].compactMap(\.self)
        let answering = [answer, isMine(.answer) || isMine(.accept) ? help.asking : nil, identity].compactMap(
            \.self)
        let pieces = mine + [help.list].compactMap(\.self) + answering
        guard !(mine + answering).isEmpty else {
            return HTML.joined(pieces + [Card("办理", "<p>现在没有需要您在这里办理的环节。</p>").html])
        }
        return HTML.joined(pieces)
    }

    /// Whether a step of this kind waits for one of the officer's posts.
    func isMine(_ act: Act) -> Bool {
        subject.openTasks.contains { task in
            task.act == act
                && Role(rawValue: task.role).map { page.officer.holds($0, in: task.organ) } == true
        } && !subject.isOwn(of: page.officer.account.actor(channel: "page", address: ""))
    }

    private var assignment: HTML? {
        guard isMine(.assign) else { return nil }
        let isDecided = subject.returns >= page.rules.limits.returns
        let fields = [
            Field(
                "organ", "交给哪个单位", .division, hint: hint,
                value: page.entered?["organ"] ?? page.background.responsible ?? "",
                options: page.organs.filter { !page.background.accused.keys.contains($0.key) }
                    .map { Field.Option($0.key, $0.name) }, error: errors["organ"]),
            Field(
                "final", "能不能退回", .choice, value: isDecided ? "yes" : "no",
                options: [
                    Field.Option("no", "可以说明理由退回一次"), Field.Option("yes", "指定办理，不再退回"),
                ]),
        ]
        return Card(
            subject.requestProcess == .petition ? "转送、交办" : "派单",
            """
            \(objections)\(Form(
                action: RequestPath.assignment(page.number), token: page.token, fields: fields,
                also: "\(ReportPiece(page: page).field)\(AssistancePieces(page: page).fields)", submit: "交办").html)\(refusal)
            """
        ).html
    }

    private var hint: String? {
        page.background.responsible.flatMap { key in page.organs.first { $0.key == key } }
            .map { "按规则由\($0.name)负责。" }
    }

    /// What those said who sent it back.
    private var objections: HTML {
        HTML.joined(
            subject.objections.compactMap(\.opinion).map {
                Notice("承办单位退回", "<p>\($0)</p>", tone: .warning).html
            })
    }

    /// The ways that are no assignment: each is told with its reasons.
    var refusal: HTML? {
        guard let task = subject.openTasks.first(where: { [.assign, .accept].contains($0.act) }) else {
            return nil
        }
        // Being the wrong organ is said on the page of the case.
        let others = task.outcomes.filter { $0.needsOpinion && $0.code != Objection.outcome }
        guard !others.isEmpty else { return nil }
        let fields =
            [
                Field(
                    "outcome", "怎样告知", .choice, value: others.first?.code ?? "",
                    options: others.map { Field.Option($0.code, $0.label) }, error: errors["outcome"])
            ] + ways(among: others) + [
                Field(
                    "opinion", "理由和途径", .longText, hint: "反映人会看到。写明为什么，到哪里、怎样提出。",
                    value: page.entered?["opinion"] ?? "", error: errors["opinion"])
            ]
        return """
            <details class="more"><summary>不由本平台办理</summary>\(Form(
                action: RequestPath.refusal(page.number), token: page.token, fields: fields, submit: "告知反映人").html)</details>
            """
    }

    private func ways(among outcomes: [TaskOutcome]) -> [Field] {
        guard let ways = page.rules.ways, outcomes.contains(where: { $0.code == "guide" }) else { return [] }
        return [
            Field(
                "way", "哪一种法定途径", .division, hint: "告知其他途径时选择。", isRequired: false,
                value: page.entered?["way"] ?? "", options: ways.map { Field.Option($0.code, $0.name) },
                error: errors["way"])
        ]
    }

    private var answer: HTML? {
        guard isMine(.answer) else { return nil }
        return Card("拟写答复", AnswerFormPiece(page: page).html).html
    }

    private var identity: HTML? {
        guard subject.pseudonym == .protected, page.officer.may(.openIdentities),
            page.officer.organs.contains(subject.plan.hall)
        else { return nil }
        if let account = page.opened {
            let phone = account.phone.map { "，\($0)" } ?? ""
            return Notice("反映人：\(account.name)\(phone)", "<p>这次查看已经记入日志。离开本页以后不再显示。</p>", tone: .warning).html
        }
        let field = Field(
            "reason", "为什么需要查看", hint: "会记入日志，审计可以看到。", value: page.entered?["reason"] ?? "",
            error: errors["reason"])
        return Card(
            "受保护的身份",
            Form(
                action: RequestPath.identity(page.number), token: page.token, fields: [field], submit: "查看身份"
            ).html
        ).html
    }
}
