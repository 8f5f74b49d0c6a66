import Cases
import Codes
import Government
import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// Handing a request out, and asking other organs about it, for programs: by the rules of the pages. An organ that is asked
/// answers as it finishes any task of its own.
struct AssistanceAPI: Sendable {
    let office: RequestOffice

    var routes: [Route] {
        [
            .get(RequestPath.assistanceAPI, .staff, "诉求的会办", api: Self.reading) { request, officer in
                let number = try request.parameter("number")
                let subject = try await office.subject(number, for: officer.viewer)
                let actor = officer.actor(request, organ: officer.organ(handling: subject))
                try await office.cases.record(.masked(error: nil), of: number, by: actor)
                return try await answer(subject).header("Cache-Control", "no-store")
            },
            .post(
                RequestPath.assistanceAPI, .may(.answerRequests, .assignRequests),
                journal: "task.assistance_asked", "请其他单位会办", api: Self.asking
            ) { request, officer in
                let input = try await request.json(AskingInput.self)
                let subject = try await change(request, officer, input) { number, actor, once in
                    try await office.ask(
                        AssistanceForm(organs: input.organs, question: input.question), for: number,
                        once: once, by: actor, as: officer.viewer)
                }
                return try await answer(subject, status: .created)
            },
            .post(
                RequestPath.assignmentAPI, .may(.assignRequests), journal: "case.assigned", "交办诉求",
                api: Self.assigning
            ) { request, officer in
                let input = try await request.json(AssignmentInput.self)
                let day = try OwedReport.day(input.report_by, on: request.now.day)
                let subject = try await change(request, officer, input) { number, actor, once in
                    try await office.assign(
                        number, to: input.organ, isFinal: input.final ?? false, asking: input.help,
                        reportBy: day, once: once, by: actor, as: officer.viewer)
                }
                return try await answer(subject, status: .created)
            },
        ]
    }

    private func change(
        _ request: WebRequest, _ officer: OfficerContext, _ input: some Encodable,
        _ work: (String, Actor, Idempotency.Request?) async throws -> Case
    ) async throws -> Case {
        let number = try request.parameter("number")
        let subject = try await office.subject(number, for: officer.viewer)
        return try await work(
            number, officer.actor(request, organ: officer.organ(handling: subject)),
            try officer.account.once(request, "POST \(request.path)", input))
    }

    private func answer(_ subject: Case, status: HTTPResponse.Status = .ok) async throws -> WebResponse {
        let names = try await subject.assistance.isEmpty ? nil : office.directory.organNames()
        return try .json(
            AssistanceDocument(subject, names: names, now: office.cases.now), status: status)
    }
}

extension AssistanceAPI {
    private static let tag = "诉求"
    private static let key = APIOperation.Parameter.header("Idempotency-Key", "同一个键只会办理一次")
    private static let organs = Schema.list(.text)

    private static let reading = APIOperation(
        id: "readAssistance", tag: tag, responses: [200: AssistanceDocument.schema])

    private static let asking = APIOperation(
        id: "askAssistance", tag: tag, parameters: [key],
        body: .json(
            .object([
                .init("organs", organs, "会办单位的代号"), .init("question", .words(1...2_000), "请它们回答什么"),
            ])), responses: [201: AssistanceDocument.schema])

    private static let assigning = APIOperation(
        id: "assignServiceRequest", tag: tag, parameters: [key],
        body: .json(
            .object([
                .init("organ", .text, "承办单位的代号"), .init("final", .boolean, "指定办理，不能再退回", optional: true),
                .init("assisting", organs, "会办单位的代号", optional: true),
                .init("question", .words(0...2_000), "请会办单位回答什么", optional: true),
                .init("report_by", .formatted("date"), "信访事项交办的，哪一天以前报告办理结果；不填是转送", optional: true),
            ])), responses: [201: AssistanceDocument.schema])
}
