import Government
import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// Signals on the desk of supervision, and on that of the organ they are about.
struct SignalPages: Sendable {
    let office: SupervisionOffice

    var routes: [Route] {
        [
            .get(SupervisionPath.signals, .may(.readSignals, .answerSignals), "监察信号") {
                try await list($0, $1)
            },
            .get(SupervisionPath.signal("{id}"), .may(.readSignals, .answerSignals), "一条监察信号") {
                .page(try await show($0, $1))
            },
            .post(
                SupervisionPath.act("{id}", "statements"), .may(.answerSignals), journal: "signal.stated",
                "说明情况"
            ) { request, officer in
                try await act(request, officer, "signal.stated") { signal, form, actor, _, _ in
                    try signal.state(form, by: actor, at: request.now)
                }
            },
            .post(
                SupervisionPath.act("{id}", "appeal"), .may(.answerSignals), journal: "signal.appealed", "申诉"
            ) {
                request, officer in
                try await act(request, officer, "signal.appealed") { signal, form, actor, rule, calendar in
                    try signal.appeal(
                        form, decideWithin: rule.decisionDays, by: actor, at: request.now, calendar)
                }
            },
            .post(
                SupervisionPath.act("{id}", "decision"), .may(.decideSignals), journal: "signal.decided",
                "裁定申诉"
            ) {
                request, officer in
                let answer = try await request.form()["upheld"]
                return try await act(request, officer, "signal.decided") { signal, form, actor, _, _ in
                    guard let answer, ["true", "false"].contains(answer) else {
                        throw DomainError.invalid("upheld", "请选择申诉是否成立。")
                    }
                    try signal.decide(isUpheld: answer == "true", form, by: actor, at: request.now)
                }
            },
            .post(
                SupervisionPath.act("{id}", "withdrawal"), .may(.decideSignals), journal: "signal.withdrawn",
                "撤销信号"
            ) { request, officer in
                try await act(request, officer, "signal.withdrawn") { signal, form, actor, _, _ in
                    try signal.withdraw(form, by: actor, at: request.now)
                }
            },
        ]
    }

    private func act(
        _ request: WebRequest, _ officer: OfficerContext, _ action: String,
        _ rule:
            @escaping @Sendable (inout Signal, String, Actor, SupervisionRule, WorkingCalendar) throws -> Void
    ) async throws -> WebResponse {
        let (id, form) = (try request.id(SupervisionOffice.noSignal), try await request.form())
        let words = (form["statement"] ?? form["appeal"] ?? form["reason"] ?? "").trimmed
        do {
            try await office.change(id, request, officer, action) { try rule(&$0, words, $1, $2, $3) }
            return .redirect(to: SupervisionPath.signal(String(id)))
        } catch DomainError.invalid(let errors) {
            return .page(
                try await show(request, officer, entered: form, errors: errors), status: .unprocessableContent
            )
        }
    }

    /// What is asked for, within what one may see: what waits, unless all are asked for.
    static func filter(_ request: WebRequest, _ officer: OfficerContext) -> SignalFilter {
        var filter = SupervisionOffice.filter(officer)
        filter.organ = request.query("organ").flatMap { $0.isEmpty ? nil : $0 }
        filter.level = request.query("level").flatMap(SupervisionRule.Level.init(rawValue:))
        let state = request.query("state")
        filter.state = state == nil ? .open : state.flatMap(Signal.State.init(rawValue:))
        return filter
    }

    private func list(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (filter, scope) = (Self.filter(request, officer), SupervisionOffice.filter(officer))
        let organs = try await office.everyOrgan()
        let (slice, counts) = try await office.database.read { tx in
            (
                try SignalStore.signals(filter, after: request.query("after"), in: tx),
                try SignalStore.counts(scope.organs, in: tx)
            )
        }
        return .page(
            SignalListPage(
                slice: slice, counts: counts, filter: filter, organs: organs,
                readsRules: officer.may(.readRules), now: request.now, isFirst: request.query("after") == nil,
                pager: Pager(next: slice.next, of: request)
            ).page)
    }

    /// One signal, again with what was entered and what is wrong with it.
    private func show(
        _ request: WebRequest, _ officer: OfficerContext, entered: FormData? = nil, errors: [FieldError] = []
    ) async throws -> Page {
        let id = try request.id(SupervisionOffice.noSignal)
        let filter = SupervisionOffice.filter(officer)
        let (signal, rule, ordered) = try await office.database.read { tx in
            let signal = try SignalStore.signal(id, filter, in: tx)
            let rule = try RuleStore.version(signal.ruleID, in: tx).rule
            return (signal, rule, try office.ordered(String(id), officer, tx))
        }
        let organ = try await office.directory.organ(signal.organ)?.name ?? signal.organ
        return SignalPage(
            signal: signal, basis: signal.evidence.basis ?? rule.basis,
            values: try await office.values(on: request.now.day), organ: organ,
            isConcerned: officer.organs.contains(signal.organ) && officer.may(.answerSignals),
            mayDecide: officer.may(.decideSignals), isOwn: officer.organs.contains(signal.organ),
            orders: officer.may(.decideSignals) ? office.orders : nil, ordered: ordered,
            accountability: officer.may(.decideSignals) ? office.accountability : nil,
            isAppellant: signal.appealedBy == officer.account.id, now: request.now, entered: entered,
            errors: errors, token: request.csrf
        ).page
    }
}
