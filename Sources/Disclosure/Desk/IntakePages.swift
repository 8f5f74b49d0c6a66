import Cases
import Codes
import Desk
import Government
import HTTPTypes
import Identity
import Journal
import Refusals
import Web
import WorkingTime

/// What came over the counter, by post or by fax, entered by a clerk on behalf of whoever asks.
struct IntakePages: Sendable {
    let requests: Requests

    var routes: [Route] {
        [
            .get(DisclosurePath.intake, .may(.takeInRequests), "登记信息公开申请") { request, _ in
                .page(try await page(RequestForm(), Intake(), [], request))
            },
            .post(DisclosurePath.intake, .may(.takeInRequests), journal: "case.submitted", "登记信息公开申请") {
                try await take($0, $1)
            },
        ]
    }

    private func take(_ request: WebRequest, _ clerk: OfficerContext) async throws -> WebResponse {
        let sent = try await request.form()
        let (form, intake) = (RequestForm(sent), Intake(sent))
        do {
            guard let way = intake.way else { throw DomainError.invalid("submission", "请选择提交的方式。") }
            let applicant = try await requests.applicant(atTheCounter: intake.code)
            let matter = try await requests.file(
                form, of: applicant, by: way, on: CivilDate(iso: intake.day),
                channel: FilingRecord.counter, actor: clerk.actor(request))
            return .redirect(to: DisclosurePath.desk(matter.root.number.text))
        } catch DomainError.invalid(let errors) {
            return .page(try await page(form, intake, errors, request), status: .unprocessableContent)
        }
    }

    private func page(
        _ form: RequestForm, _ intake: Intake, _ errors: [FieldError], _ request: WebRequest
    ) async throws -> Page {
        let questions = RequestFormPage(
            form: form, applicant: "self", entities: [], organs: try await requests.organs(),
            rules: try await requests.rules(), errors: errors, token: request.csrf
        ).fields
        let fields = Form(
            action: DisclosurePath.intake, token: request.csrf, fields: intake.fields(errors) + questions,
            submit: "登记")
        return Page(
            "登记信息公开申请",
            crumbs: [Link("信息公开申请", DisclosurePath.desk), Link("登记", nil)], area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>登记窗口、信函收到的申请</h1>
                <p class="lead">核对申请人的身份证明以后登记。收到日决定答复期限从哪一天起算（政府信息公开条例第三十一条）。</p>
                \(fields.html)
                """)
    }
}

/// What a clerk adds to a request: how it came in, when, and who asks.
struct Intake: Sendable, Hashable {
    var way: Submission?
    var day = ""
    var code = ""

    init() {}

    init(_ form: FormData) {
        way = form["submission"].flatMap(Submission.init(rawValue:)).flatMap {
            Submission.takenIn.contains($0) ? $0 : nil
        }
        day = form["received_on"] ?? ""
        code = form["code"] ?? ""
    }

    func fields(_ errors: [FieldError]) -> [Field] {
        [
            Field("code", "申请人的身份证号码或者统一社会信用代码", value: code, error: errors["code"], autocomplete: "off"),
            Field(
                "submission", "提交的方式", .choice, value: way?.rawValue ?? "",
                options: Submission.takenIn.map {
                    Field.Option($0.rawValue, $0.chinese, hint: "收到日为\($0.dayMeaning)")
                }, error: errors["submission"]),
            Field(
                "received_on", "收到日", .date, hint: "当面提交的不用填。", isRequired: false, value: day,
                error: errors["received_on"]),
        ]
    }
}
