import Cases
import Codes
import HTTPTypes
import Identity
import Journal
import Refusals
import Web
import WorkingTime

/// What is posted from the page of a case.
struct ActionRoutes: Sendable {
    let cases: Cases
    let dossiers: Dossiers

    var routes: [Route] {
        CaseAction.allCases.map { action in
            .post(DeskPath.template(action), .staff, journal: action.journal, action.title) {
                request, officer in
                try await act(action, request, officer)
            }
        }
    }

    private func act(
        _ action: CaseAction, _ request: WebRequest, _ officer: OfficerContext
    ) async throws -> WebResponse {
        let form = try await request.form()
        let task = action.isAboutTask ? try Self.task(request) : nil
        do {
            let number = try await perform(action, task: task, form, request, officer)
            return .redirect(
                to: DeskPath.page(of: number, done: action, task: action.leavesTaskOpen ? task : nil))
        } catch let refusal as DomainError {
            let attempt = Attempt(action: action, task: task, form: form, refusal: refusal)
            return try await answer(attempt, request, officer)
        }
    }

    /// - Returns: the number of the case, for the way back.
    private func perform(
        _ action: CaseAction, task: Int64?, _ form: FormData, _ request: WebRequest, _ officer: OfficerContext
    ) async throws -> String {
        let organ = form["organ"].flatMap { officer.organs.contains($0) ? $0 : nil }
        let actor = officer.actor(request, organ: organ)
        let input = ActionInput(
            action: action, form: form,
            members: try await dossiers.members(of: actor.organ, on: request.now.day))
        guard let task else {
            let number = try request.parameter("number")
            try await cases.change(number, by: actor, as: officer.viewer) { matter, occasion in
                try action.perform(on: &matter, task: 0, case: number, input, occasion)
            }
            return number
        }
        let matter = try await cases.change(task: task, by: actor, as: officer.viewer) { matter, occasion in
            try action.perform(on: &matter, task: task, case: "", input, occasion)
        }
        return matter.number(ofTask: task)
    }

    /// What can be corrected is shown again with what was entered; where someone else was first, that is said.
    private func answer(
        _ attempt: Attempt, _ request: WebRequest, _ officer: OfficerContext
    ) async throws -> WebResponse {
        guard let number = request.number ?? attempt.form["case"] else { throw attempt.refusal }
        switch attempt.refusal {
        case .invalid, .forbidden:
            return try await CasePages(dossiers: dossiers).show(number, request, officer, attempt: attempt)
        case .conflict(let sentence):
            let page = ConflictPage(sentence: sentence, number: number, attempt: attempt)
            return .page(page.page, status: .conflict)
        default: throw attempt.refusal
        }
    }

    private static func task(_ request: WebRequest) throws -> Int64 {
        guard let id = Int64(try request.parameter("id")) else { throw DomainError.notFound("没有找到这个任务。") }
        return id
    }
}

extension WebRequest {
    /// The case in the address, where there is one.
    fileprivate var number: String? { try? parameter("number") }
}

extension Matter {
    /// The number of the case a task belongs to.
    func number(ofTask id: Int64) -> String {
        let owner = cases.first { $0.tasks.contains { $0.id == id } }
        return (owner ?? root).number.text
    }
}
