import Cases
import Identity
import Journal
import Refusals
import Storage
import Web

/// What the office that took a request in does with it later: it turns out to be urgent, another organ is to answer it, or
/// somebody without an account asks for the review.
extension RequestDeskPages {
    var furtherRoutes: [Route] {
        [
            .post(
                RequestPath.urgency("{number}"), .may(.takeInRequests), journal: "case.hastened", "改为紧急"
            ) { request, officer in
                try await act(request, officer, for: officer.receiving) { number, form, actor in
                    try await office.hasten(
                        number, because: form["urgency"] ?? "", by: actor, as: officer.viewer)
                }
            },
            .post(
                RequestPath.reassignment("{number}"), .may(.assignRequests), journal: "case.reassigned", "改派"
            ) { request, officer in
                try await act(request, officer, for: officer.receiving) { number, form, actor in
                    try await office.reassign(
                        number, to: form["organ"] ?? "", because: form["why"] ?? "", by: actor,
                        as: officer.viewer)
                }
            },
            .post(
                RequestPath.report("{number}"), .may(.answerRequests), journal: "service_request.reported",
                "提交办结报告"
            ) { request, officer in
                try await act(request, officer, for: officer.answering) { number, form, actor in
                    try await office.report(
                        number, with: form["report"] ?? "", by: actor, as: officer.viewer)
                }
            },
            .post(
                RequestPath.unpublishing("{number}"), .may(.answerRequests, .assignRequests),
                journal: "service_request.unpublished", "撤下公开的诉求"
            ) { request, officer in
                let acting: (Case) -> String? = { officer.receiving($0) ?? officer.answering($0) }
                return try await act(request, officer, for: acting) { number, form, actor in
                    try await office.unpublish(
                        number, because: form["withdrawal"] ?? "", by: actor, as: officer.viewer)
                }
            },
            .post(
                RequestPath.askedReview("{number}"), .may(.takeInRequests), journal: "case.submitted",
                "代为请求复查复核"
            ) { request, officer in
                try await act(request, officer, for: officer.receiving) { number, form, actor in
                    _ = try await office.askReview(
                        of: number, because: form["dissent"] ?? "", for: Intake.channel(form["channel"]),
                        by: actor, as: officer.viewer)
                }
            },
        ]
    }
}

extension OfficerContext {
    /// The organ that answers a request, where it is one of the officer's.
    func answering(_ subject: Case) -> String? {
        organs.contains(subject.plan.organ) ? subject.plan.organ : nil
    }

    /// The office that took a request in, where it is one of the officer's.
    func receiving(_ subject: Case) -> String? {
        organs.contains(subject.plan.hall) ? subject.plan.hall : nil
    }
}

extension RequestOffice {
    /// Makes a ticket urgent: hours from now on instead of days, and those who lead are told at once.
    ///
    /// - Throws: `invalid` without a reason, `conflict` for a petition or what is over, `forbidden` for other offices.
    @discardableResult
    func hasten(
        _ number: String, because reason: String, once: Idempotency.Request? = nil, by actor: Actor,
        as viewer: Viewer
    ) async throws -> Case {
        let hours = try await rules().limits.urgent
        guard (4...200).contains(reason.count) else {
            throw DomainError.invalid("urgency", "请写明为什么紧急，4 到 200 字。")
        }
        return try await cases.change(number, by: actor, as: viewer, once: once) { matter, occasion in
            guard matter.root.requestProcess == .ticket else {
                throw DomainError.conflict("信访事项按条例规定的期限办理，不能改为紧急。")
            }
            try matter.hasten(number, hours: hours, because: reason, on: occasion)
        }.root
    }
}
