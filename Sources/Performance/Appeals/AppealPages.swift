import Files
import Government
import HTTPTypes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// Appeals against frozen scores: brought by the organ, decided by somebody else.
struct AppealPages: Sendable {
    let desk: AppealDesk
    private var office: PerformanceOffice { desk.office }

    private static let new = PerformancePath.newAppeal("{period}", "{organ}", "{indicator}")
    private static let appeal = PerformancePath.appeal("{id}")

    var routes: [Route] {
        [
            .get(PerformancePath.appeals, .may(.appealScores, .decideAppeals, .readPerformance), "绩效申诉") {
                .page(try await list($0, $1))
            },
            .get(Self.new, .may(.appealScores), "对一项得分申诉") { .page(try await begin($0, $1)) },
            .post(Self.new, .may(.appealScores), journal: "performance_appeal.filed", "对一项得分申诉") {
                try await file($0, $1)
            },
            .get(Self.appeal, .may(.readPerformance, .readOwnPerformance), "一件绩效申诉") {
                .page(try await show($0, $1))
            },
            .post(
                "\(Self.appeal)/withdrawal", .may(.appealScores), journal: "performance_appeal.withdrawn",
                "撤回绩效申诉"
            ) { request, officer in
                let form = try await request.form()
                return try await act(request, officer, form) {
                    try await desk.withdraw(form["words"] ?? "", request, officer)
                }
            },
            .post(
                "\(Self.appeal)/decision", .may(.decideAppeals), journal: "performance_appeal.decided",
                "裁定绩效申诉"
            ) { request, officer in
                let form = try await request.form()
                return try await act(request, officer, form) {
                    try await desk.decide(form, request, officer)
                }
            },
            .get("\(Self.appeal)/files/{file}", .may(.readPerformance, .readOwnPerformance), "申诉的佐证") {
                try await evidence($0, $1)
            },
        ]
    }

    private func act(
        _ request: WebRequest, _ officer: OfficerContext, _ form: FormData, _ change: () async throws -> Void
    ) async throws -> WebResponse {
        do {
            try await change()
            return .redirect(to: PerformancePath.appeal(try request.parameter("id")))
        } catch DomainError.invalid(let errors) {
            return .page(
                try await show(request, officer, entered: form, errors: errors), status: .unprocessableContent
            )
        }
    }

    private func file(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let address = try await ReportAddress(request, officer, office)
        let sent = try await EvidenceForm.read(request, into: office.files, owner: officer.account.id)
        do {
            let id = try await desk.appeal(sent, address, request, officer)
            return .redirect(to: PerformancePath.appeal(String(id)))
        } catch DomainError.invalid(let errors) {
            return .page(
                try await begin(request, officer, entered: sent.form, errors: errors),
                status: .unprocessableContent)
        }
    }

    private func list(_ request: WebRequest, _ officer: OfficerContext) async throws -> Page {
        let organs = try await office.organs(officer, on: request.now.day)
        let wish = request.query("state")
        let waiting: ScoreAppeal.State? = officer.may(.decideAppeals) ? .submitted : nil
        let state = wish == nil ? waiting : wish.flatMap(ScoreAppeal.State.init(rawValue:))
        let (after, today) = (request.query("after"), request.now.day)
        let (slice, names) = try await office.database.read { tx in
            (
                try AppealStore.appeals(organs, state, after: after, in: tx),
                try ReportNames(on: today, in: tx)
            )
        }
        return AppealListPage(
            slice: slice, names: names, state: state, pager: Pager(next: slice.next, of: request)
        ).page
    }

    private func begin(
        _ request: WebRequest, _ officer: OfficerContext, entered: FormData? = nil, errors: [FieldError] = []
    ) async throws -> Page {
        let address = try await ReportAddress(request, officer, office)
        let subject = try await office.database.read {
            try AppealDesk.subject(address.period, address.organ, address.indicator, in: $0)
        }
        return NewAppealPage(
            subject: subject, address: address, now: request.now, entered: entered, errors: errors,
            token: request.csrf
        ).page
    }

    private func show(
        _ request: WebRequest, _ officer: OfficerContext, entered: FormData? = nil, errors: [FieldError] = []
    ) async throws -> Page {
        let (id, organs, now) = (
            try request.id(AppealStore.noAppeal), try await office.organs(officer, on: request.now.day),
            request.now
        )
        let (appeal, subject, appealing, actor, calendar) = try await office.database.read { tx in
            let appeal = try AppealStore.appeal(id, organs, in: tx)
            let subject = try AppealDesk.subject(appeal.period, appeal.organ, appeal.indicator, in: tx)
            let appealing = try PerformanceOffice.withForebears(
                officer.account.organs(for: .appealScores), on: now.day, in: tx)
            return (
                appeal, subject, appealing, try AppealDesk.actor(request, officer, appeal.organ, in: tx),
                try Directory.calendar(in: tx)
            )
        }
        let limit = TimeLimit(value: appeal.decideDays, unit: .workingDay)
        return AppealPage(
            appeal: appeal, subject: subject,
            clock: calendar.reckon(limit, from: appeal.appealedAt, now: now),
            mayWithdraw: appealing.contains(appeal.organ), mayDecide: officer.may(.decideAppeals),
            actor: actor,
            entered: entered, errors: errors, token: request.csrf
        ).page
    }

    private func evidence(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let id = try request.id(AppealStore.noAppeal)
        let organs = try await office.organs(officer, on: request.now.day)
        let file = Int64(try request.parameter("file")) ?? 0
        let readable = try await office.database.read { [office] tx in
            let appeal = try AppealStore.appeal(id, organs, in: tx)
            guard appeal.course.file(file) != nil else { throw DomainError.notFound("没有这个文件。") }
            return try office.files.file(file, for: .caseFile(number: appeal.subject), in: tx)
        }
        return try await .evidence(readable)
    }
}
