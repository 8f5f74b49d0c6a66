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
    let confirmations: Confirmations

    var routes: [Route] {
        [
            .post(Self.cases, .signedIn, journal: "case.submitted", "提交申请", api: Self.filing) {
                try await file($0, $1)
            },
            .post(
                "/api/v1/confirmation-codes", .may(.fileAtCounter), journal: "application.code_sent",
                "发送代办确认码",
                api: Self.confirmationCode
            ) { try await sendCode($0, $1) },
        ]
    }

    static let cases = "/api/v1/cases"

    private func file(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let application = try await request.json(ApplicationJSON.self)
        let matter = try await file(application, "POST \(Self.cases)", request, caller)
        return try .json(FiledCaseJSON(matter.root), status: .created)
            .header("Location", "\(Self.cases)/\(matter.root.number.text)")
    }

    /// Files what a program sent under an address; the same key gives the same case.
    func file(
        _ application: ApplicationJSON, _ operation: String, _ request: WebRequest, _ caller: SignedIn
    ) async throws -> Matter {
        let once = try caller.account.once(request, operation, application)
        if let earlier = try await filed(once) { return earlier }
        let (service, applicant) = try await subject(of: application, by: caller.account)
        let files = try application.files()
        let channel = application.isAtCounter(caller.account) ? FilingRecord.counter : "api"
        let asked = try content(application, service, applicant)
        let confirmation =
            channel == FilingRecord.counter
            ? try await confirmed(application.confirmation, asked, for: applicant, service, request, caller)
            : nil
        let copies = try await copies(application, service, applicant, request, caller)
        let submission = Submission(
            service: service, form: application.form ?? [:], materials: files + copies,
            applicant: applicant, channel: channel, deferred: Set(application.deferred ?? []),
            commits: application.commitment ?? false, drawings: try application.drawn(for: service.item),
            confirmation: confirmation)
        let matter = try await filings.file(submission, by: caller.actor(request), once: once)
        if let account = applicant.accountID, confirmation != nil {
            try await confirmations.useUp(by: caller.accountID, for: account)
        }
        return matter
    }

    /// What was filed under the same key: it needs no second yes.
    private func filed(_ once: Idempotency.Request?) async throws -> Matter? {
        guard let once else { return nil }
        let earlier = try await filings.database.read { try Idempotency.replay(once, in: $0) }
        guard let earlier else { return nil }
        return try await filings.cases.matter(earlier.response, for: .system)
    }

    /// What is applied for, and in whose name.
    func subject(of application: ApplicationJSON, by account: Account) async throws -> (
        PublicService, Applicant
    ) {
        guard let service = library.catalogue.service(application.service) else {
            throw DomainError.invalid("service", "没有编码为“\(application.service)”的事项，请从服务目录里选择。")
        }
        return (service, try await applicant(application.applicant, for: service, by: account))
    }

    private func applicant(
        _ code: String?, for service: PublicService, by account: Account
    ) async throws -> Applicant {
        try applicants.admit(account, to: service.item)
        guard let code, !code.isEmpty else { return try await applicants.own(of: account, for: service.item) }
        return try await applicants.named(code, by: account, for: service.item)
    }
}

extension FilingAPI {
    private static let filing = APIOperation(
        id: "submitCase", tag: "办件",
        parameters: [.header("Idempotency-Key", "同一个键只会产生一个办件")],
        body: .json(
            .object(
                application + [confirmed])),
        responses: [
            201: .object([
                .init("number", .text, "办件编号"), .init("state", .oneOf(Phase.allCases.map(\.rawValue))),
                .init("receipt", receipt),
            ])
        ])

    /// What is applied for, as it is filed and as a yes to it is asked for.
    static let application: [Schema.Member] = [.init("service", .text, "事项编码")] + answers

    /// The same for an address that names the service.
    static let answers: [Schema.Member] = [
        .init("form", .map(.any), "各个问题的答案，键是字段的 name"),
        .init("materials", .list(material), "每份材料的文件", optional: true),
        .init("drawings", .map(.text), "手写签名：键是签名问题的 name，值是上传后得到的文件 id（PNG）", optional: true),
        .init("applicant", .text, "以谁的名义：身份证号码或者统一社会信用代码；不写就是本人或本企业", optional: true),
        .init("deferred", .list(.text), "承诺在受理后补交的次要材料（容缺受理）", optional: true),
        .init("commitment", .boolean, "已阅读并确认告知承诺书", optional: true),
    ]

    private static let material = Schema.object([
        .init("requirement", .text, "材料的 id"), .init("file", .text, "上传后得到的文件 id", optional: true),
        .init("licence", .text, "免提交：申请人的电子证照标识，代替 file", optional: true),
        .init("consent", .boolean, "持有人同意本次申请使用这份证照，用证照时必须为 true", optional: true),
    ])

    static let receipt = Schema.object([
        .init("number", .text), .init("query_code", .text, "查询进度用的查询码"),
        .init("submitted_at", .formatted("date-time")), .init("url", .text, "回执的页面"),
    ])
}
