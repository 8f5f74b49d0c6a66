import Cases
import Desk
import Government
import HTTPTypes
import Identity
import Refusals
import RuleBooks
import Storage
import Web
import WorkingTime

/// Inquiries on the desk: the list, and one with what may be done.
struct InquiryPages: Sendable {
    let desk: InquiryDesk

    var routes: [Route] {
        [
            .get(AccountabilityPath.inquiries, .staff, "行政问责") { try await list($0, $1) },
            .get(AccountabilityPath.organ("{organ}"), .may(.readInquiries, .readOwnInquiries), "部门人员的问责") {
                try await list($0, $1, of: try $0.parameter("organ"))
            },
            .get(AccountabilityPath.inquiry("{id}"), .staff, "一件问责") { .page(try await show($0, $1)) },
            act("finding", .may(.handleInquiries), "核实问责", Self.finding),
            act("statement", .staff, "陈述申辩", Self.statement),
            act("decision", .may(.decideInquiries), "决定问责", Self.decision),
            act("service", .may(.handleInquiries), "送达问责决定", Self.service),
            act("appeal", .staff, "申诉", Self.appeal),
            act("review", .may(.decideInquiries), "复核申诉", Self.review),
            .post(
                AccountabilityPath.act("{id}", "withdrawal"), .may(.handleInquiries),
                journal: "accountability.withdrawn", "撤回问责"
            ) { request, officer in
                let form = try await request.form()
                return try await answer(request, officer, form) {
                    let reason = try InquiryWords.require(form["reason"], "reason", "请写明撤回的理由。")
                    try await desk.withdraw(reason, request, officer)
                }
            },
        ]
    }

    /// What a form says is turned into a step, by the rules in force.
    typealias Reading = @Sendable (FormData, AccountabilityRules) throws -> InquiryAct

    private func act(
        _ name: String, _ policy: Policy<OfficerContext>, _ title: String, _ read: @escaping Reading
    ) -> Route {
        .post(AccountabilityPath.act("{id}", name), policy, journal: "task.completed", title) {
            request, officer in
            let form = try await request.form()
            return try await answer(request, officer, form) {
                let rules = try await desk.database.read { try desk.book.current(in: $0) }
                try await desk.take(try read(form, rules), request, officer)
            }
        }
    }

    /// Does it and shows the inquiry; what is wrong is shown at its field.
    private func answer(
        _ request: WebRequest, _ officer: OfficerContext, _ form: FormData, _ work: () async throws -> Void
    ) async throws -> WebResponse {
        do {
            try await work()
            return .redirect(to: AccountabilityPath.inquiry(String(try request.id(InquiryDesk.unknown))))
        } catch DomainError.invalid(let errors) {
            return .page(
                try await show(request, officer, entered: form, errors: errors), status: .unprocessableContent
            )
        }
    }

    private func list(_ request: WebRequest, _ officer: OfficerContext, of organ: String? = nil) async throws
        -> WebResponse
    {
        var filter = InquiryFilter(officer)
        filter.organ = organ
        filter.isClosed = request.query("stage") == "closed"
        let slice = try await desk.database.read { [filter] in
            try InquiryStore.list(filter, after: request.query("after"), in: $0)
        }
        return .page(
            InquiryListPage(
                inquiries: slice.items, names: try await names(), filter: filter,
                mayPropose: officer.may(.handleInquiries), mayDecide: officer.may(.decideInquiries),
                now: request.now, pager: Pager(next: slice.next, of: request)
            ).page)
    }

    func names() async throws -> [String: String] {
        Dictionary(try await desk.directory.organs().map { ($0.key, $0.name) }) { first, _ in first }
    }

    private func show(
        _ request: WebRequest, _ officer: OfficerContext, entered: FormData? = nil, errors: [FieldError] = []
    ) async throws -> Page {
        let filter = InquiryFilter(officer)
        let (inquiry, steps) = try await desk.read(
            request.id(InquiryDesk.unknown), filter, officer.actor(request), at: request.now)
        let rules = try await desk.database.read { try desk.book.current(in: $0) }
        let view = try await desk.cases.view(inquiry.number, for: .system)
        return InquiryPage(
            inquiry: inquiry, steps: steps, sight: filter.sight(of: inquiry), holder: filter.holder,
            organ: try await names()[inquiry.organ] ?? inquiry.organ, rules: rules,
            place: desk.grounds.places(inquiry.source.rawValue, inquiry.reference),
            picture: ProcessPicture(view).html, mayHandle: officer.may(.handleInquiries),
            mayDecide: officer.may(.decideInquiries), now: request.now, entered: entered, errors: errors,
            token: request.csrf
        ).page
    }
}
