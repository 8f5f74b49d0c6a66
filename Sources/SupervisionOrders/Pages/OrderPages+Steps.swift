import Files
import HTTPTypes
import Identity
import Refusals
import Web

/// What is done with an order: its organs share the work and report, supervision urges, verifies, circulates and strikes off.
extension OrderPages {
    var steps: [Route] {
        [
            .post(OrderPath.act("{id}", "feedback"), .may(.handleOrders), journal: "task.completed", "反馈办理情况")
            {
                try await report($0, $1)
            },
            .post(
                OrderPath.act("{id}", "parts"), .may(.handleOrders, .fileOrders), journal: "order.shared",
                "请其他部门协办"
            ) { request, officer in
                try await act(request, officer) { form in
                    let part = SupervisionOrder.Part(organ: form["organ"] ?? "", duty: form.words("duty"))
                    try await desk.share(part, request, officer)
                }
            },
            .post(OrderPath.act("{id}", "urgings"), .may(.fileOrders), journal: "task.urged", "催办") {
                request, officer in
                try await act(request, officer) { try await desk.urge($0.words("note"), request, officer) }
            },
            .post(
                OrderPath.act("{id}", "verification"), .may(.fileOrders), journal: "task.completed", "审核督办事项"
            ) { request, officer in
                try await act(request, officer) {
                    try await desk.verify($0["outcome"] ?? "", $0.words("opinion"), request, officer)
                }
            },
            .post(
                OrderPath.act("{id}", "circular"), .may(.fileOrders), journal: "supervision_order.circulated",
                "通报督办事项"
            ) { request, officer in
                try await act(request, officer) {
                    try await desk.circulate($0.words("circular"), request, officer)
                }
            },
            .post(
                OrderPath.act("{id}", "strike-off"), .may(.fileOrders), journal: "order.struck_off", "销号督办事项"
            ) { request, officer in
                try await act(request, officer) {
                    try await desk.strike($0.words("reason"), request, officer)
                }
            },
        ]
    }

    private func report(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let sent = try await UploadedForm.read(
            request, into: desk.files, owner: officer.account.id, atMost: UploadedForm.mostFeedbackFiles)
        return try await act(request, officer, sent.form) { form in
            guard sent.errors.isEmpty else { throw DomainError.invalid(sent.errors) }
            try await desk.report(
                form.words("words"), form.words("evidence"), sent.materials(filedAt: request.now),
                as: form["organ"] ?? "", request, officer)
        }
    }

    /// Does it and shows the order; what is wrong is shown at its field.
    private func act(
        _ request: WebRequest, _ officer: OfficerContext, _ read: FormData? = nil,
        _ work: (FormData) async throws -> Void
    ) async throws -> WebResponse {
        let form: FormData = if let read { read } else { try await request.form() }
        do {
            try await work(form)
            return .redirect(to: OrderPath.order(String(try request.id(OrderDesk.unknown))))
        } catch DomainError.invalid(let errors) {
            return .page(
                try await show(request, officer, entered: form, errors: errors), status: .unprocessableContent
            )
        }
    }
}

extension FormData {
    /// What was written in a field, without white space around it.
    fileprivate func words(_ name: String) -> String { (self[name] ?? "").trimmed }
}
