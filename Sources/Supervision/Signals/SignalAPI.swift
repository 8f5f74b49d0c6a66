import Government
import HTTPTypes
import Identity
import Journal
import Modules
import Refusals
import Storage
import Web
import WorkingTime

/// Signals for programs, by the rules of the pages.
struct SignalAPI: Sendable {
    let office: SupervisionOffice

    private var one: String { "\(SupervisionPath.api)/{id}" }

    var routes: [Route] {
        [
            .get(SupervisionPath.api, .may(.readSignals, .answerSignals), "监察信号列表", api: SignalSchemas.list) {
                try await list($0, $1)
            },
            .get(one, .may(.readSignals, .answerSignals), "监察信号", api: SignalSchemas.read) {
                request, officer in
                let (id, filter) = (
                    try request.id(SupervisionOffice.noSignal), SupervisionOffice.filter(officer)
                )
                let signal = try await office.database.read { try SignalStore.signal(id, filter, in: $0) }
                return try .json(SignalDocument(signal)).header("Cache-Control", "no-store")
            },
            .post(
                "\(one)/statements", .may(.answerSignals), journal: "signal.stated", "说明情况",
                api: SignalSchemas.statement
            ) { request, officer in
                let entry = try await request.json(StatementJSON.self)
                return try await change(request, officer, "signal.stated", entry) { signal, actor, _, _ in
                    try signal.state(entry.statement.trimmed, by: actor, at: request.now)
                }
            },
            .post(
                "\(one)/appeal", .may(.answerSignals), journal: "signal.appealed", "申诉",
                api: SignalSchemas.appeal
            ) {
                request, officer in
                let entry = try await request.json(AppealJSON.self)
                return try await change(request, officer, "signal.appealed", entry) {
                    signal, actor, rule, calendar in
                    try signal.appeal(
                        entry.appeal.trimmed, decideWithin: rule.decisionDays, by: actor, at: request.now,
                        calendar)
                }
            },
            .post(
                "\(one)/decision", .may(.decideSignals), journal: "signal.decided", "裁定申诉",
                api: SignalSchemas.decision
            ) { request, officer in
                let entry = try await request.json(DecisionJSON.self)
                return try await change(request, officer, "signal.decided", entry) { signal, actor, _, _ in
                    try signal.decide(
                        isUpheld: entry.upheld, entry.reason.trimmed, by: actor, at: request.now)
                }
            },
            .post(
                "\(one)/withdrawal", .may(.decideSignals), journal: "signal.withdrawn", "撤销信号",
                api: SignalSchemas.withdrawal
            ) { request, officer in
                let entry = try await request.json(WithdrawalJSON.self)
                return try await change(request, officer, "signal.withdrawn", entry) { signal, actor, _, _ in
                    try signal.withdraw(entry.reason.trimmed, by: actor, at: request.now)
                }
            },
        ]
    }

    private func change(
        _ request: WebRequest, _ officer: OfficerContext, _ action: String, _ entry: some Encodable,
        _ rule: @escaping @Sendable (inout Signal, Actor, SupervisionRule, WorkingCalendar) throws -> Void
    ) async throws -> WebResponse {
        let id = try request.id(SupervisionOffice.noSignal)
        let once = try officer.account.once(request, "POST \(request.path)", entry)
        let signal = try await office.change(id, request, officer, action, once: once, rule)
        return try .json(SignalDocument(signal), status: .created)
    }

    private func list(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        var filter = SupervisionOffice.filter(officer)
        filter.organ = request.query("organ")
        if let state = request.query("state") {
            guard let known = Signal.State(rawValue: state) else { throw Self.unknown("state") }
            filter.state = known
        }
        if let level = request.query("level") {
            guard let known = SupervisionRule.Level(rawValue: level) else { throw Self.unknown("level") }
            filter.level = known
        }
        let slice = try await office.database.read { [filter] in
            try SignalStore.signals(filter, after: request.query("after"), in: $0)
        }
        return try .json(ListDocument(slice, SignalDocument.init))
            .header("Cache-Control", "no-store")
    }

    private static func unknown(_ name: String) -> DomainError {
        .invalid(name, "\(name) 不是允许的值，请对照接口文档。")
    }
}

struct StatementJSON: Codable, Sendable { let statement: String }
struct AppealJSON: Codable, Sendable { let appeal: String }
struct WithdrawalJSON: Codable, Sendable { let reason: String }
struct DecisionJSON: Codable, Sendable {
    let upheld: Bool
    let reason: String
}
