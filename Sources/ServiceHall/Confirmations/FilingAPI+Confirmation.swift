import Cases
import HTTPTypes
import Identity
import Journal
import Refusals
import Services
import Storage
import Web
import WorkingTime

/// How the applicant has said yes, as a program of the counter sends it: what the clerk has compared, or the code that was
/// read out.
struct ConfirmationJSON: Codable {
    let way: String?
    let code: String?
}

/// Until when the code counts that was sent.
private struct ConfirmationCodeJSON: Encodable {
    let expires_at: String
}

/// The applicant's yes to what a clerk files through the API, by the rules of the page.
extension FilingAPI {
    /// What the applicant of this application says yes to, all of it.
    ///
    /// - Throws: `StorageError` when it cannot be written down.
    func content(_ application: ApplicationJSON, _ service: PublicService, _ applicant: Applicant) throws
        -> String
    {
        var seen = application
        (seen.service, seen.confirmation) = (service.code, nil)
        return Journal.digest(json: "\(service.code)@\(service.version) \(try encodeJSON(seen))")
    }

    /// Sends a code for exactly this application to the applicant's own account; the same key sends one.
    func sendCode(_ request: WebRequest, _ caller: OfficerContext) async throws -> WebResponse {
        let application = try await request.json(ApplicationJSON.self)
        guard application.isAtCounter(caller.account) else {
            throw DomainError.invalid("applicant", "请写明代谁办理。")
        }
        let (service, applicant) = try await subject(of: application, by: caller.account)
        try ApplicantConfirmation.admit(caller.account, for: applicant)
        let sent = try await confirmations.send(
            try content(application, service, applicant), for: applicant, service,
            once: try caller.account.once(request, "POST /api/v1/confirmation-codes", application),
            by: caller.actor(request), at: request.now)
        let expires = sent.adding(seconds: TelephoneCode.lifeSeconds)
        return try .json(ConfirmationCodeJSON(expires_at: expires.rfc3339), status: .created)
    }

    /// The yes that came with an application.
    ///
    /// - Throws: `invalid` when there is none or it does not count, `forbidden` for the clerk's own matter.
    func confirmed(
        _ sent: ConfirmationJSON?, _ content: String, for applicant: Applicant, _ service: PublicService,
        _ request: WebRequest, _ caller: SignedIn
    ) async throws -> FilingConfirmation? {
        try ApplicantConfirmation.admit(caller.account, for: applicant)
        guard let sent else { return nil }
        let (actor, now) = (caller.actor(request), request.now)
        do {
            if let code = sent.code {
                return try await confirmations.answer(
                    code, to: content, for: applicant, service, by: actor, at: now)
            }
            return try ApplicantConfirmation.faceToFace(
                sent.way, of: applicant, to: content, by: actor, at: now
            ).given
        } catch DomainError.invalid(let errors) {
            throw DomainError.invalid(errors.map { FieldError("confirmation.\($0.field)", $0.sentence) })
        }
    }

    /// How a clerk's program says that the applicant has said yes.
    static let confirmed = Schema.Member(
        "confirmation", confirmation, "窗口代办时必填：申请人看过以上全部内容以后怎样确认的", optional: true)

    private static let confirmation = Schema.object([
        .init(
            "way", .oneOf(FilingConfirmation.Way.allCases.filter { $0 != .code }.map(\.rawValue)),
            "当面确认时核对了什么；单位用 agent_card，个人用另外两种", optional: true),
        .init("code", .text, "申请人读出的确认码，先用 /api/v1/confirmation-codes 发送", optional: true),
    ])

    static let confirmationCode = APIOperation(
        id: "sendConfirmationCode", tag: "办件",
        parameters: [.header("Idempotency-Key", "同一个键只会发送一次")],
        body: .json(.object(application)),
        responses: [201: .object([.init("expires_at", .formatted("date-time"), "到这时为止有效")])])
}

extension ApplicationJSON {
    /// Whether a clerk names somebody else: then it comes in over the counter.
    func isAtCounter(_ account: Account) -> Bool { account.isStaff && applicant?.isEmpty == false }
}
