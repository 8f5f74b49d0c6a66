import Cases
import Identity
import Modules
import Refusals
import Web

/// The caller's desk, and what can be done with one task.
struct TaskAPI: Sendable {
    let cases: Cases
    let changes: CaseChanges

    var routes: [Route] {
        [listRoute, readRoute] + workRoutes + holdingRoutes + collegialRoutes + [colleagues.route]
            + CourseAPI(changes: changes, colleagues: colleagues).routes
    }

    private var colleagues: TaskColleagues {
        TaskColleagues(cases: cases, database: changes.database)
    }

    private var listRoute: Route {
        .get(APIPath.tasks, .signedIn, "我的任务", api: Self.list) { request, caller in
            let state = try request.choice("state", of: DeskState.self) ?? .open
            let now = cases.now
            let slice = try await cases.desk(state.queue, for: caller.viewer, after: request.query("after"))
            return try .json(ListDocument(slice) { TaskDocument($0, now: now) })
                .header("Cache-Control", "no-store")
        }
    }

    private var readRoute: Route {
        .get(APIPath.task, .signedIn, "任务", api: Self.one) { request, caller in
            let id = try request.id(CaseChanges.unknownTask)
            let number = try await cases.task(id, for: caller.viewer).caseNumber
            let matter = try await cases.matter(number, for: caller.viewer)
            guard let answer = TaskAnswer(id, in: matter, seenBy: caller.viewer, at: cases.now) else {
                throw DomainError.notFound(CaseChanges.unknownTask)
            }
            return try .json(answer).header("Cache-Control", "no-store")
        }
    }

    private var workRoutes: [Route] {
        [
            .post(
                APIPath.ofTask("completion"), .signedIn, journal: "task.completed", "办理", api: Self.completion
            ) { request, caller in
                let input = try await request.json(CompletionInput.self)
                return try await changes.change(task: request, by: caller, body: input) {
                    id, matter, occasion in
                    try input.check()
                    try matter.complete(task: id, with: input.finding, on: occasion)
                }
            },
            .post(APIPath.ofTask("return"), .staff, journal: "task.sent_back", "退回", api: Self.sendBack) {
                request, officer in
                let input = try await request.json(ReturnInput.self)
                return try await changes.change(task: request, by: officer.signedIn, body: input) {
                    id, matter, occasion in
                    try matter.sendBack(task: id, to: input.to, reason: input.reason, on: occasion)
                }
            },
        ]
    }

    /// Taking a task and putting it back; neither says more than which task.
    private var holdingRoutes: [Route] {
        [
            .post(APIPath.ofTask("claim"), .staff, journal: "task.claimed", "领取", api: Self.claim) {
                request, officer in
                try await changes.change(task: request, by: officer.signedIn, body: NoBody()) {
                    id, matter, occasion in
                    try matter.claim(task: id, on: occasion)
                }
            },
            .post(APIPath.ofTask("release"), .staff, journal: "task.released", "放回待办", api: Self.release) {
                request, officer in
                try await changes.change(task: request, by: officer.signedIn, body: NoBody()) {
                    id, matter, occasion in
                    try matter.release(task: id, on: occasion)
                }
            },
        ]
    }

    private var collegialRoutes: [Route] {
        [
            .post(APIPath.ofTask("transfer"), .staff, journal: "task.transferred", "转办", api: Self.transfer) {
                request, officer in
                let input = try await request.json(TransferInput.self)
                let colleague = try await colleagues.colleague(
                    input.colleague, around: request, for: officer)
                return try await changes.change(task: request, by: officer.signedIn, body: input) {
                    id, matter, occasion in
                    try matter.transfer(task: id, to: colleague, reason: input.reason, on: occasion)
                }
            },
            .post(
                APIPath.ofTask("consultations"), .staff, journal: "task.consulted", "征求意见", api: Self.consult
            ) { request, officer in
                let input = try await request.json(ConsultationInput.self)
                let colleague = try await colleagues.colleague(
                    input.colleague, around: request, for: officer)
                return try await changes.change(task: request, by: officer.signedIn, body: input) {
                    id, matter, occasion in
                    try matter.consult(task: id, colleague, question: input.question, on: occasion)
                }
            },
        ]
    }
}

/// Which of the caller's tasks to list.
enum DeskState: String, CaseIterable {
    case open, completed

    var queue: DeskQueue { self == .open ? .mine : .done }
}
