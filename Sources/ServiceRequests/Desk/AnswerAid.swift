import Cases
import Identity
import WorkingTime

extension RequestDeskPages {
    /// What is known about a request, for whoever drafts its answer now.
    func answers(for view: CaseView, _ officer: OfficerContext) async throws -> [DeskAid.Answer] {
        guard officer.may(.answerRequests), view.subject.openTasks.contains(where: { $0.act == .answer })
        else { return [] }
        return try await office.aid.answers(
            view.subject.said(.title) + view.subject.said(.content), view.now.day)
    }
}
