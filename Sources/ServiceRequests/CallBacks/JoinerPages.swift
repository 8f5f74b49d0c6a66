import Cases
import Desk
import Government
import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// Who called or came with the same is told what came of it.
struct JoinerPages: Sendable {
    let office: RequestOffice

    var routes: [Route] {
        [
            .get(RequestPath.joiners("{number}"), .may(.takeInRequests), "告诉同时反映的人") {
                try await show($0, $1)
            },
            .post(
                RequestPath.joiners("{number}"), .may(.takeInRequests),
                journal: "service_request.joiner_told", "告诉同时反映的人"
            ) { try await tell($0, $1) },
        ]
    }

    /// A number is personal data: who looked is written down before it is shown.
    private func show(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let number = try request.parameter("number")
        let subject = try await office.subject(number, for: officer.viewer)
        let actor = actor(request, officer, subject)
        try subject.requireTelling(by: actor)
        let row = try await office.row(number)
        try row.requireEnded()
        try await office.cases.record(.masked(error: nil), of: number, by: actor)
        let lines = try await office.database.read { try JoinerStore.lines(of: row.id, in: $0) }
        return .page(JoinerPage(row: row, lines: lines, token: request.csrf).page)
            .header("Cache-Control", "no-store")
    }

    private func tell(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (number, form) = (try request.parameter("number"), try await request.form())
        guard let joiner = form["joiner"].flatMap({ Int64($0) }) else {
            throw DomainError.malformed("没有说明告诉了谁。")
        }
        let subject = try await office.subject(number, for: officer.viewer)
        try await office.tell(
            joiner, of: number, by: actor(request, officer, subject), as: officer.viewer)
        return .redirect(to: RequestPath.joiners(number))
    }

    private func actor(_ request: WebRequest, _ officer: OfficerContext, _ subject: Case) -> Actor {
        let hall = subject.plan.hall
        let isOwn = officer.account.organs(for: .takeInRequests).contains(hall)
        return officer.actor(request, organ: isOwn ? hall : nil)
    }
}

/// Whom to call, and what everybody may know of the answer.
struct JoinerPage {
    let row: RequestRow
    let lines: [JoinerLine]
    let token: CSRFToken

    var page: Page {
        Page(
            "告诉同时反映的人",
            crumbs: [
                Link("工作台", DeskPath.home), Link("回访", RequestPath.callBacks), Link("同时反映的人", nil),
            ], width: .wide, area: .desk,
            body: """
                <h1>告诉同时反映的人：\(row.publicTitle ?? row.title)</h1>
                <div class="columns"><div>\(Card("可以告诉他们的", SummaryList(facts).html).html)</div>
                <div>\(lines.isEmpty ? EmptyState("没有同时反映的人").html : table)</div></div>
                """)
    }

    /// They are strangers to whoever said it first: of an answer that is not published they hear that there is one.
    private var facts: [SummaryList.Row] {
        [
            .init(
                "诉求", "<a class=\"code\" href=\"\(RequestPath.desk(row.number))\">\(row.number)</a>"),
            .init("办结", "\(row.endedAt?.chinese ?? "")"),
            .init(
                "答复",
                "<p class=\"words\">\(row.publicAnswer ?? "答复没有公开：只告诉他们这件事已经办结。")</p>"),
        ]
    }

    private var table: HTML {
        Table(
            "同时反映的人", columns: ["姓名", "电话", "告诉了没有"].map { Table.Column($0) },
            rows: lines.map { ["\($0.joiner.name)", "\($0.joiner.phone)", told($0)] }
        ).html
    }

    private func told(_ line: JoinerLine) -> HTML {
        if let calledAt = line.calledAt { return "\(calledAt.shortChinese)已告诉" }
        return PostButton(
            "已告诉", action: RequestPath.joiners(row.number), token: token,
            values: [("joiner", String(line.id))]
        ).html
    }
}

/// Who called or came with the same was promised a call: what has ended and of which not all are told. On the page of the
/// call-backs, with pages of its own.
struct UntoldPiece {
    let untold: Slice<RequestRow>
    let names: OrganNameHistory

    var html: HTML {
        """
        <h2>告诉同时反映的人</h2>
        <p>登记时加上的反映人，办结以后 \(JoinerStore.days) 天内打电话告诉他们，信访事项也一样。</p>
        \(untold.items.isEmpty ? EmptyState("现在没有要告诉的人").html : table)\(further)
        """
    }

    private var table: HTML {
        Table(
            "要告诉的诉求", columns: ["事项", "编号", "承办单位", "办结"].map { Table.Column($0) },
            rows: untold.items.map { row in
                [
                    "<a href=\"\(RequestPath.joiners(row.number))\">\(row.publicTitle ?? row.title)</a>",
                    "<span class=\"code\">\(row.number)</span>", "\(names.name(of: row.organ))",
                    "\(row.endedAt?.shortChinese ?? "")",
                ]
            }
        ).html
    }

    private var further: HTML? {
        untold.next.map {
            """
            <nav class="pager" aria-label="翻要告诉的"><a class="button quiet" \
            href="\(RequestPath.callBacks)?joined=\($0)" rel="next">后面的</a></nav>
            """
        }
    }
}
