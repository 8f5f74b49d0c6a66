import Cases
import Codes
import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// What the pages of the desk offer on a request, for programs, by the same rules: it is said, becomes urgent, goes to
/// another organ, is reported on, answered, called about, and reviewed in the name of whoever comes to the office.
struct RequestAPI: Sendable {
    let office: RequestOffice

    var routes: [Route] {
        [
            .post(RequestPath.api, .signedIn, journal: "case.submitted", "提交诉求", api: Self.filing) {
                try await file($0, $1)
            },
            .post(
                path("urgency"), .may(.takeInRequests), journal: "case.hastened", "改为紧急", api: Self.urgency
            ) { try await hasten($0, $1) },
            .post(
                path("reassignment"), .may(.assignRequests), journal: "case.reassigned", "改派诉求",
                api: Self.reassignment
            ) { try await reassign($0, $1) },
            .post(
                path("answer"), .may(.answerRequests), journal: "task.completed", "拟写答复", api: Self.answer
            ) { try await answer($0, $1) },
            .post(
                path("report"), .may(.answerRequests), journal: "service_request.reported", "提交办结报告",
                api: Self.report
            ) { try await report($0, $1) },
            .post(
                path("callback"), .may(.takeInRequests), journal: "service_request.called_back", "记录回访",
                api: Self.callBack
            ) { try await callBack($0, $1) },
            .post(
                path("review"), .may(.takeInRequests), journal: "case.submitted", "代为请求复查复核",
                api: Self.review
            ) { try await askReview($0, $1) },
        ]
    }

    private func path(_ act: String) -> String { "\(RequestPath.api)/{number}/\(act)" }

    /// Who gives no name is not remembered under any key: it would tell who they are.
    private func file(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let input = try await request.json(RequestInput.self)
        let once = try caller.account.once(request, "POST \(RequestPath.api)", input)
        let matter = try await office.file(
            input.form, of: .account(caller.account), channel: "api", actor: caller.actor(request),
            once: input.form.isAnonymous ? nil : once)
        return try .json(FiledDocument(matter.root), status: .created)
    }

    private func hasten(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let input = try await request.json(UrgencyInput.self)
        let subject = try await act(request, officer, input, for: officer.receiving) { number, actor, once in
            try await office.hasten(
                number, because: input.urgency, once: once, by: actor, as: officer.viewer)
        }
        return try .json(UrgencyDocument(subject), status: .created)
    }

    private func reassign(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let input = try await request.json(ReassignmentInput.self)
        let subject = try await act(request, officer, input, for: officer.receiving) { number, actor, once in
            try await office.reassign(
                number, to: input.organ, because: input.why, once: once, by: actor, as: officer.viewer)
        }
        return try .json(ReassignmentDocument(subject), status: .created)
    }

    private func answer(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let input = try await request.json(AnswerInput.self)
        let subject = try await act(request, officer, input, for: officer.organ(handling:)) {
            number, actor, once in
            try await office.draft(input.form, for: number, once: once, by: actor, as: officer.viewer)
        }
        return try .json(AnswerDocument(subject), status: .created)
    }

    private func report(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let input = try await request.json(ReportInput.self)
        let document = try await act(request, officer, input, for: officer.answering) {
            number, actor, once in
            let report = try await office.report(
                number, with: input.report, once: once, by: actor, as: officer.viewer)
            return ReportDocument(number, report, on: request.now.day)
        }
        return try .json(document, status: .created)
    }

    private func callBack(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let input = try await request.json(CallBackInput.self)
        let document = try await act(request, officer, input, for: officer.receiving) {
            number, actor, once in
            let again = try await office.callBack(
                number, said: try input.assessment, once: once, by: actor, as: officer.viewer)
            return CallBackDocument(number: number, solved: input.solved == "yes", again: again)
        }
        return try .json(document, status: .created)
    }

    private func askReview(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let input = try await request.json(ReviewInput.self)
        guard Intake.channels.contains(where: { $0.0 == input.channel }) else {
            throw DomainError.invalid("channel", "channel 不是允许的值，请对照接口文档。")
        }
        let document = try await act(request, officer, input, for: officer.receiving) {
            number, actor, once in
            let matter = try await office.askReview(
                of: number, because: input.dissent, for: input.channel, once: once, by: actor,
                as: officer.viewer)
            return ReviewDocument(number: matter.root.number.text, reviews: number)
        }
        return try .json(document, status: .created)
    }

    /// Does it for the organ for which it is done on the page.
    private func act<Outcome>(
        _ request: WebRequest, _ officer: OfficerContext, _ input: some Encodable,
        for acting: (Case) -> String?, _ work: (String, Actor, Idempotency.Request?) async throws -> Outcome
    ) async throws -> Outcome {
        let number = try request.parameter("number")
        let subject = try await office.subject(number, for: officer.viewer)
        return try await work(
            number, officer.actor(request, organ: acting(subject)),
            try officer.account.once(request, "POST \(request.path)", input))
    }
}
