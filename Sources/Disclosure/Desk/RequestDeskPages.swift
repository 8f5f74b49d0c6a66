import Cases
import Codes
import Files
import Government
import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// The organ's side of requests, beside the ordinary desk: the answer and its files, who is consulted, fees.
struct RequestDeskPages: Sendable {
    let requests: Requests

    var routes: [Route] {
        [
            .get(DisclosurePath.desk, .staff, "信息公开申请") { try await list($0, $1) },
            .get(DisclosurePath.desk("{number}"), .staff, "信息公开申请") { try await show($0, $1) },
            .get(DisclosurePath.deskFile("{number}", "{id}"), .staff, "答复的文件") { try await send($0, $1) },
            .post(
                DisclosurePath.answer("{number}"), .may(.draftAnswers), journal: "task.completed", "拟写答复"
            ) { try await answer($0, $1) },
            .post(
                DisclosurePath.consultations("{number}"), .may(.handleRequests),
                journal: "case.suspended", "征求意见"
            ) { try await consult($0, $1) },
            .post(
                DisclosurePath.reply("{number}", "{id}"), .may(.handleRequests),
                journal: "disclosure.consulted", "登记征求意见的结果"
            ) { try await reply($0, $1) },
            .post(
                DisclosurePath.fees("{number}"), .may(.handleRequests), journal: "disclosure.charged", "收费通知"
            ) { request, officer in
                try await act(request, officer) { number, form, actor in
                    guard let items = form["items"].flatMap(Int.init) else {
                        throw DomainError.invalid("items", "请填写件数。")
                    }
                    try await requests.charge(items: items, for: number, by: actor, as: officer.viewer)
                }
            },
            .post(
                DisclosurePath.payment("{number}", "{id}"), .may(.handleRequests),
                journal: "disclosure.paid", "登记缴费"
            ) { request, officer in
                let id = try request.id("没有这份收费通知。")
                return try await act(request, officer) { number, _, actor in
                    try await requests.pay(id, for: number, by: actor, as: officer.viewer)
                }
            },
            .post(
                DisclosurePath.abandonment("{number}"), .may(.abandonRequests), journal: "case.terminated",
                "不再处理"
            ) { request, officer in
                try await act(request, officer) { number, form, actor in
                    try await requests.abandon(
                        number, because: form["because"] ?? "", reason: form["reason"] ?? "", by: actor,
                        as: officer.viewer)
                }
            },
        ]
    }

    private func list(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (slice, rules) = try await requests.database.read { tx in
            (
                try RequestStore.requests(for: officer.viewer, after: request.query("after"), in: tx),
                try requests.book.current(in: tx)
            )
        }
        return .page(
            DeskListPage(
                rows: slice.items, rules: rules, organs: try await requests.directory.organNames(),
                isClerk: officer.may(.takeInRequests), pager: Pager(next: slice.next, of: request)
            ).page)
    }

    private func send(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let number = try request.parameter("number")
        let id = try request.id("没有找到这个文件。")
        let subject = try await requests.view(number, for: officer.viewer).subject
        let actor = officer.handler(
            of: subject, channel: request.channel.rawValue, address: request.address)
        try await requests.cases.record(.masked(error: nil), of: number, by: actor)
        return try await requests.send(id, of: number)
    }

    private func answer(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let upload = try await UploadedForm.read(
            request, into: requests.files, owner: officer.account.id, atMost: 4)
        var form = AnswerForm(upload.form)
        return try await attempt(request, officer, entered: form) { number, actor in
            guard upload.errors.isEmpty else { throw DomainError.invalid(upload.errors) }
            let kept = try await requests.view(number, for: officer.viewer).subject.draft?.enclosures ?? []
            if let file = upload.file(in: "enclosure") {
                form.enclosures = [
                    Enclosure(fileID: file.id, name: file.name, originalID: upload.file(in: "original")?.id)
                ]
            } else if upload.form["keep"] == "yes" {
                form.enclosures = kept
            }
            try await requests.draft(form, for: number, by: actor, as: officer.viewer)
        }
    }

    private func consult(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let upload = try await UploadedForm.read(
            request, into: requests.files, owner: officer.account.id, atMost: 4)
        let form = upload.form
        return try await attempt(request, officer, entered: nil) { number, actor in
            guard upload.errors.isEmpty else { throw DomainError.invalid(upload.errors) }
            guard let file = upload.file(in: "evidence") else {
                throw DomainError.invalid("evidence", "请附上征求意见函和送达的凭证。")
            }
            guard let kind = form["consulted"].flatMap(Consultation.Kind.init(rawValue:)) else {
                throw DomainError.invalid("consulted", "请选择征求谁的意见。")
            }
            try await requests.consult(
                .init(
                    kind: kind, party: form["party"] ?? "", about: form["about"] ?? "", fileID: file.id,
                    fileName: file.name), for: number, by: actor, as: officer.viewer)
        }
    }

    private func reply(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let id = try request.id("没有这次征求意见。")
        return try await act(request, officer) { number, form, actor in
            guard let reply = form["reply_\(id)"].flatMap(Consultation.Reply.init(rawValue:)) else {
                throw DomainError.invalid("reply_\(id)", "请选择征求意见的结果。")
            }
            try await requests.enter(
                reply, form["reply_words_\(id)"] ?? "", of: id, for: number, by: actor, as: officer.viewer)
        }
    }
}
