import HTTPTypes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// Proposals for those who supervise: each becomes an order, or is refused with a reason.
struct ProposalDeskPages: Sendable {
    static let title = "代表的督办建议"

    let office: OversightOffice

    var routes: [Route] {
        [
            .get(OversightPath.desk, .may(.handleProposals), Self.title) { .page(try await list($0, $1)) },
            .get(OversightPath.handled("{id}"), .may(.handleProposals), "一条督办建议") { request, officer in
                .page(try await show(request, officer))
            },
            .post(
                OversightPath.refusal("{id}"), .may(.handleProposals), journal: "deputy_proposal.refused",
                "答复督办建议"
            ) { request, officer in
                let (form, id) = (try await request.form(), try request.id(ProposalStore.missing))
                do {
                    try await office.refuse(
                        id, form["reason"] ?? "", by: officer.actor(request), of: officer.organs,
                        at: request.now)
                    return .redirect(to: OversightPath.handled(String(id)))
                } catch DomainError.invalid(let errors) {
                    return .page(
                        try await show(request, officer, entered: form, errors: errors),
                        status: .unprocessableContent)
                }
            },
        ]
    }

    private func list(_ request: WebRequest, _ officer: OfficerContext) async throws -> Page {
        let names = try await office.names()
        let (slice, followed) = try await office.database.read { tx in
            let slice = try ProposalStore.list(of: nil, after: request.query("after"), in: tx)
            return (slice, try office.followed(slice.items, in: tx))
        }
        let table = Table(
            Self.title, columns: [.init("建议"), .init("部门"), .init("提出"), .init("进展")],
            rows: followed.map { one in
                [
                    "<a href=\"\(OversightPath.handled(String(one.proposal.id)))\">\(one.proposal.title)</a>",
                    "\(names[one.proposal.organ] ?? one.proposal.organ)",
                    "\(one.proposal.raisedAt.day.written)",
                    one.badge,
                ]
            })
        return Page(
            Self.title, crumbs: [Link("工作台", "/desk"), Link(Self.title, nil)], width: .wide, area: .desk,
            body: """
                <h1>\(Self.title)</h1>
                <p class="lead">人大代表、政协委员建议督办的事：立项的，代表看得到进展；不立项的，写明理由。</p>
                \(followed.isEmpty ? EmptyState("没有督办建议").html : table.html)
                \(Pager(next: slice.next, of: request).html)
                """)
    }

    private func show(
        _ request: WebRequest, _ officer: OfficerContext, entered: FormData? = nil, errors: [FieldError] = []
    ) async throws -> Page {
        let id = try request.id(ProposalStore.missing)
        let names = try await office.names()
        let (followed, isOwn) = try await office.database.read { tx in
            let one = try ProposalStore.proposal(id, of: nil, in: tx)
            return (try office.followed([one], in: tx), try office.isAbout(officer.organs, one, in: tx))
        }
        guard let one = followed.first else { throw DomainError.notFound(ProposalStore.missing) }
        var page = ProposalPage(followed: one, names: names).page
        page.crumbs = [
            Link("工作台", "/desk"), Link(Self.title, OversightPath.desk), Link(one.proposal.title, nil),
        ]
        guard one.progress == nil, one.proposal.refusal == nil else { return page }
        guard !isOwn else {
            page.body = "\(page.body)\(Notice("不能由您处理", "<p>\(DeputyProposal.own)</p>").html)"
            return page
        }
        page.body = answers(to: one.proposal, above: page.body, request, entered, errors)
        return page
    }

    /// Below a proposal that waits: where it becomes an order, and where it is refused.
    private func answers(
        to one: DeputyProposal, above: HTML, _ request: WebRequest, _ entered: FormData?,
        _ errors: [FieldError]
    ) -> HTML {
        let reason = Field(
            "reason", "不立项的理由", .longText, hint: "代表会看到。", value: entered?["reason"] ?? "",
            error: errors["reason"])
        let refusing = Form(
            action: OversightPath.refusal(String(one.id)), token: request.csrf, fields: [reason],
            submit: "不立项")
        return """
            \(ErrorSummary(errors).html)\(above)
            <p class="actions"><a class="button" href="\(address(one))">立项督办</a></p>
            \(Card("不立项", refusing.html).html)
            """
    }

    /// The form of an order, with what the proposal says already in it.
    private func address(_ one: DeputyProposal) -> String {
        let pairs = office.sources.order(one.summary).map { "\($0.0)=\(Self.escaped($0.1))" }
        return "\(office.orders)?\(pairs.joined(separator: "&"))"
    }

    private static func escaped(_ text: String) -> String {
        text.utf8.reduce(into: "") { address, byte in
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            let hex = String(byte, radix: 16, uppercase: true)
            address += isPlain ? String(UnicodeScalar(byte)) : "%\(byte < 16 ? "0" : "")\(hex)"
        }
    }
}
