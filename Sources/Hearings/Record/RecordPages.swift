import Codes
import Government
import HTTPTypes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// The record as everybody reads it while it is written, and questions to those who sit there.
struct RecordPages: Sendable {
    let office: HearingOffice

    var routes: [Route] {
        [
            .get(HearingPath.part("{id}", "record"), .anyone, "听证笔录") { request, _ in
                .page(try await show(request))
            },
            .post(
                HearingPath.part("{id}", "questions"), .signedIn, journal: "public_hearing.asked", "向听证会提问"
            ) {
                try await ask($0, $1)
            },
        ]
    }

    private func show(_ request: WebRequest, entered: FormData? = nil, errors: [FieldError] = [])
        async throws -> Page
    {
        let (id, caller) = (try request.id(HearingOffice.missing), request.principal as? SignedIn)
        return try await office.database.read { tx in
            let one = try HearingStore.announced(id, in: tx)
            guard one.hasRecord else {
                throw DomainError.notFound("听证会还没有举行。")
            }
            return RecordPage(
                hearing: one, lines: try RecordStore.lines(of: id, in: tx),
                standing: try HearingPages.standing(of: caller, one, in: tx), entered: entered,
                errors: errors,
                token: request.csrf
            ).page
        }
    }

    private func ask(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let (id, form) = (try request.id(HearingOffice.missing), try await request.form())
        let (words, actor, now) = (form["words"] ?? "", caller.actor(request), request.now)
        do {
            guard (5...300).contains(words.count) else {
                throw DomainError.invalid("words", "请写明您的问题，5 到 300 字。")
            }
            try await office.database.write { tx in
                let one = try HearingStore.locked(id, in: tx)
                guard one.state != .draft else { throw DomainError.notFound(HearingOffice.missing) }
                try one.requireLive()
                let person = try Registering.person(of: caller.account, in: tx)
                let most = try HearingRules.current(in: tx).questionsEach
                guard try RecordStore.questions(by: person.id, of: id, in: tx) < most else {
                    throw DomainError.conflict("每人最多提 \(most) 个问题，请把时间留给别人。")
                }
                try RecordStore.append(
                    .question, speaker: "公众 \(Masking.name(person.name))", words: Masking.numbers(in: words),
                    person: person.id, to: id, at: now, in: tx)
                try HearingOffice.record(
                    "public_hearing.asked", "向听证会提问：\(one.facts.title)。", id, by: actor, at: now, in: tx)
            }
            return .redirect(to: HearingPath.part(String(id), "record"))
        } catch DomainError.invalid(let errors) {
            return .page(
                try await show(request, entered: form, errors: errors), status: .unprocessableContent)
        }
    }
}

/// The record. While it is written it asks anew by itself every five seconds; without a script there is a link.
struct RecordPage {
    let hearing: Hearing
    let lines: [RecordLine]
    let standing: HearingPage.Standing
    let entered: FormData?
    let errors: [FieldError]
    let token: CSRFToken

    var id: String { String(hearing.id) }
    private var isLive: Bool { hearing.state == .live }

    var page: Page {
        Page(
            "听证笔录",
            crumbs: [
                Link("听证会", HearingPath.all), Link(hearing.facts.title, HearingPath.one(id)),
                Link("听证笔录", nil),
            ], scripts: isLive ? ["live.js"] : [],
            body: """
                \(ErrorSummary(errors).html)
                <h1>听证笔录</h1>
                <p class="lead">\(hearing.facts.title) · \(hearing.facts.startsAt.chinese) · \(hearing.badge)</p>
                \(question)
                \(signing)
                <div\(attribute: "data-live", isLive ? "5" : nil)>\(if: lines.isEmpty, EmptyState("还没有发言").html)
                <ol class="timeline">\(each: isLive ? lines.reversed() : lines, line)</ol></div>
                \(digest)
                """)
    }

    private func line(_ line: RecordLine) -> HTML {
        """
        <li id="l\(line.number)" class="done"><time datetime="\(line.writtenAt.rfc3339)">\(line.writtenAt.time)</time>
        <div><b>第 \(line.number) 条 · \(line.speaker)</b>（\(line.kind.chinese)）\(paragraphs(line.words))</div></li>
        """
    }

    private var question: HTML {
        guard isLive else { return .empty }
        let reload = "<p><a href=\"\(HearingPath.part(id, "record"))\">刷新</a>（打开脚本时每五秒自动刷新）</p>" as HTML
        guard case .person = standing else {
            return "\(reload)<p>登录实名的个人账号后可以向会场提问。</p>"
        }
        let field = Field(
            "words", "向会场提问", .longText, hint: "提问和署名（只写姓氏）会写进笔录。", value: entered?["words"] ?? "",
            error: errors["words"])
        return """
            \(reload)\(Form(action: HearingPath.part(id, "questions"), token: token, fields: [field], submit: "提问").html)
            """
    }

    private var digest: HTML? {
        hearing.recordDigest.map { "<p class=\"hint\">签字的是这份笔录，它的 SHA-256：<code>\($0)</code></p>" }
    }
}
