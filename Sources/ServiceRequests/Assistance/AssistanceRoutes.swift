import Cases
import Identity
import Journal
import Web

/// Asking other organs on the pages of the desk, and answering there.
extension RequestDeskPages {
    var assistanceRoutes: [Route] {
        [
            .post(
                RequestPath.assistance("{number}"), .may(.answerRequests, .assignRequests),
                journal: "task.assistance_asked", "请其他单位会办"
            ) { request, officer in
                try await act(request, officer) { number, form, actor in
                    try await office.ask(
                        AssistanceForm(form), for: number, by: actor, as: officer.viewer)
                }
            },
            .post(
                RequestPath.opinion("{number}"), .may(.answerRequests), journal: "task.completed", "提出会办意见"
            ) { request, officer in
                try await act(request, officer, for: officer.assistingOrgan) { number, form, actor in
                    try await office.assist(
                        number, with: form["opinion"] ?? "", by: actor, as: officer.viewer)
                }
            },
        ]
    }
}

extension OfficerContext {
    /// The organ of the officer that is asked for its opinion, first of all.
    func assistingOrgan(in subject: Case) -> String? {
        subject.assistance.first { $0.state == .open && organs.contains($0.organ) }?.organ
            ?? organ(handling: subject)
    }
}
