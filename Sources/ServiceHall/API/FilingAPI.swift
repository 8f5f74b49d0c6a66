import Cases
import Codes
import HTTPTypes
import Identity
import Journal
import Licences
import Refusals
import Services
import Storage
import Web

/// Filing through the API: `POST /api/v1/cases`, from the same rules as the page.
struct FilingAPI: Sendable {
    let library: ServiceLibrary
    let applicants: Applicants
    let filings: Filings
    let reuse: LicenceReuse

    var routes: [Route] {
        [
            .post("/api/v1/cases", .signedIn, journal: "case.submitted", "提交申请", api: Self.filing) {
                try await file($0, $1)
            }
        ]
    }

    private func file(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let application = try await request.json(ApplicationJSON.self)
        guard let service = library.catalogue.service(application.service) else {
            throw DomainError.invalid("service", "没有编码为“\(application.service)”的事项，请从服务目录里选择。")
        }
        let applicant = try await applicant(application.applicant, for: service, by: caller.account)
        let files = try application.files()
        let copies = try await copies(application, service, applicant, request, caller)
        let matter = try await filings.file(
            Submission(
                service: service, form: application.form ?? [:], materials: files + copies,
                applicant: applicant,
                channel: caller.account.isStaff ? FilingRecord.counter : "api",
                deferred: Set(application.deferred ?? []), commits: application.commitment ?? false),
            by: caller.actor(request),
            once: try caller.account.once(request, "POST /api/v1/cases", application))
        return try .json(FiledCaseJSON(matter.root), status: .created)
            .header("Location", "/api/v1/cases/\(matter.root.number.text)")
    }

    private func applicant(
        _ code: String?, for service: PublicService, by account: Account
    ) async throws -> Applicant {
        try applicants.admit(account, to: service.item)
        guard let code, !code.isEmpty else { return try await applicants.own(of: account, for: service.item) }
        return try await applicants.named(code, by: account, for: service.item)
    }

    private static let filing = APIOperation(
        id: "submitCase", tag: "办件",
        parameters: [.header("Idempotency-Key", "同一个键只会产生一个办件")],
        body: .json(
            .object([
                .init("service", .text, "事项编码"), .init("form", .map(.any), "各个问题的答案，键是字段的 name"),
                .init("materials", .list(material), "每份材料的文件", optional: true),
                .init("applicant", .text, "以谁的名义：身份证号码或者统一社会信用代码；不写就是本人或本企业", optional: true),
                .init("deferred", .list(.text), "承诺在受理后补交的次要材料（容缺受理）", optional: true),
                .init("commitment", .boolean, "已阅读并确认告知承诺书", optional: true),
            ])),
        responses: [
            201: .object([
                .init("number", .text, "办件编号"), .init("state", .oneOf(Phase.allCases.map(\.rawValue))),
                .init("receipt", receipt),
            ])
        ])

    private static let material = Schema.object([
        .init("requirement", .text, "材料的 id"), .init("file", .text, "上传后得到的文件 id", optional: true),
        .init("licence", .text, "免提交：申请人的电子证照标识，代替 file", optional: true),
        .init("consent", .boolean, "持有人同意本次申请使用这份证照，用证照时必须为 true", optional: true),
    ])

    private static let receipt = Schema.object([
        .init("number", .text), .init("query_code", .text, "查询进度用的查询码"),
        .init("submitted_at", .formatted("date-time")), .init("url", .text, "回执的页面"),
    ])
}
