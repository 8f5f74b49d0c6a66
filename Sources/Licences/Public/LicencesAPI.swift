import HTTPTypes
import Identity
import Refusals
import Web
import WorkingTime

/// Licences for programs: one's own, and where one stands for whoever has number and code.
struct LicencesAPI: Sendable {
    static let path = "/api/v1/licences"

    let licences: Licences

    var routes: [Route] {
        [
            .get(Self.path, .signedIn, "我的证照", api: Self.list) { request, caller in
                let held = try await licences.wallet(of: caller.account)
                return try .json(ListDocument(held.map { LicenceJSON($0, on: request.now.day) }))
            },
            .get("\(Self.path)/{number}/standing", .anyone, "证照状态", api: Self.standing) { request, _ in
                try await standing(request)
            },
        ]
    }

    /// Without the code on the paper there is nothing to be learnt, not even whether the number exists.
    private func standing(_ request: WebRequest) async throws -> WebResponse {
        let number = try request.parameter("number")
        let licence = try await licences.licence(verificationCode: request.query("code") ?? "")
        guard let licence, licence.number == number else {
            throw DomainError.notFound("没有查到这份证照，请核对证照标识和验证码。")
        }
        return try .json(StandingJSON(licence, at: request.now))
    }

    private static let standings = Schema.oneOf(Standing.allCases.map(\.rawValue))

    private static let list = APIOperation(
        id: "listLicences", tag: "证照",
        responses: [
            200: .object([
                .init(
                    "items",
                    .list(
                        .object([
                            .init("id", .text), .init("number", .text, "证照标识"),
                            .init("type", .text, "证照类型代码"),
                            .init("name", .text), .init("holder", .text), .init("organ", .text, "发证机关"),
                            .init("issued_on", .formatted("date")),
                            .init("valid_until", .formatted("date"), "没有就是长期", optional: true),
                            .init("standing", standings),
                        ]))), .init("next", .nullable(.text), "一次给完，总是 null"),
            ])
        ])

    private static let standing = APIOperation(
        id: "licenceStanding", tag: "证照", parameters: [.query("code", "证照上的验证码")],
        responses: [
            200: .object([
                .init("number", .text), .init("name", .text), .init("organ", .text),
                .init("standing", standings), .init("valid_until", .formatted("date"), optional: true),
                .init("checked_at", .formatted("date-time")),
            ])
        ])
}

private struct LicenceJSON: Encodable {
    let id, number, type, name, holder, organ, issued_on: String
    let valid_until: String?
    let standing: String

    init(_ licence: Licence, on day: CivilDate) {
        (id, number, type) = (String(licence.id), licence.number, licence.typeCode)
        (name, holder, organ) = (licence.name, licence.holder.name, licence.organName)
        (issued_on, valid_until) = (licence.issuedAt.day.iso, licence.validUntil?.iso)
        standing = licence.standing(on: day).rawValue
    }
}

private struct StandingJSON: Encodable {
    let number, name, organ, standing: String
    let valid_until: String?
    let checked_at: String

    init(_ licence: Licence, at now: Instant) {
        (number, name, organ) = (licence.number, licence.name, licence.organName)
        (standing, valid_until) = (licence.standing(on: now.day).rawValue, licence.validUntil?.iso)
        checked_at = now.rfc3339
    }
}
