import HTTPTypes
import Identity
import Modules
import Refusals
import Storage
import Web

/// Hearings for programs, by the rules of the pages.
struct HearingAPI: Sendable {
    let office: HearingOffice
    let registering: Registering

    var routes: [Route] {
        [
            .get(HearingPath.api, .anyone, "听证会", api: Self.listing) { request, _ in
                let found = try await office.database.read {
                    try HearingStore.list(after: request.query("after"), in: $0)
                }
                return try .json(ListDocument(found) { HearingJSON($0) })
            },
            .get("\(HearingPath.api)/{id}", .anyone, "一场听证会", api: Self.reading) { request, _ in
                let id = try request.id(HearingOffice.missing)
                let json = try await office.database.read { tx in
                    let one = try HearingStore.announced(id, in: tx)
                    return HearingDocument(
                        one, try RegistrationStore.all(of: id, in: tx), try RecordStore.lines(of: id, in: tx),
                        try HearingMaterial.all(of: id, in: tx))
                }
                return try .json(json)
            },
            .post(
                "\(HearingPath.api)/{id}/registrations", .signedIn, journal: "public_hearing.registered",
                "报名参加听证会", api: Self.registration
            ) { request, caller in
                let (id, entry) = (
                    try request.id(HearingOffice.missing), try await request.json(NewRegistrationJSON.self)
                )
                let number = try await registering.register(
                    role: entry.role, view: entry.view, for: id, as: caller.account,
                    once: try caller.account.once(
                        request, "POST \(HearingPath.api)/\(id)/registrations", entry),
                    by: caller.actor(request), at: request.now)
                return try .json(RegisteredJSON(number: number), status: .created)
            },
        ]
    }
}

extension HearingAPI {
    private static let tag = "听证会"

    private static let listing = APIOperation(
        id: "listHearings", tag: tag, parameters: [.query("after", "上一页给出的游标")],
        responses: [200: .page(of: .object(facts))])

    private static let reading = APIOperation(
        id: "readHearing", tag: tag,
        responses: [
            200: .object(
                facts + [
                    .init("matter", .text), .init("seed_digest", .text, "抽签种子的 SHA-256", optional: true),
                    .init("seed", .text, "抽签以后才有", optional: true),
                    .init("record_digest", .text, "签字的笔录的 SHA-256", optional: true),
                    .init(
                        "materials",
                        .list(
                            .object([
                                .init("title", .text), .init("text", .text),
                                .init("published_at", .formatted("date-time")),
                                .init("file_name", .text, optional: true),
                                .init("file_path", .text, "在这个地址下载", optional: true),
                            ]))),
                    .init(
                        "participants",
                        .list(
                            .object([
                                .init("number", .integer), .init("role", .text), .init("name", .text, "只有姓氏"),
                                .init("state", .oneOf(["chosen", "reserve", "withdrawn"]), "withdrawn：不能到场"),
                                .init(
                                    "signature", .oneOf(Registration.Signature.allCases.map(\.rawValue)),
                                    optional: true),
                            ]))),
                    .init(
                        "record",
                        .list(
                            .object([
                                .init("number", .integer),
                                .init("kind", .oneOf(RecordLine.Kind.allCases.map(\.rawValue))),
                                .init("speaker", .text), .init("text", .text),
                                .init("at", .formatted("date-time")),
                            ]))),
                    .init(
                        "decision",
                        .object([
                            .init("title", .text), .init("taken", .text), .init("lines", .list(.integer)),
                            .init("decided_on", .formatted("date")),
                        ]), optional: true),
                    .init(
                        "cancellation",
                        .object([.init("cancelled_on", .formatted("date")), .init("reason", .text)]),
                        optional: true),
                ])
        ])

    private static let registration = APIOperation(
        id: "registerForHearing", tag: tag,
        parameters: [.header("Idempotency-Key", "同一个键只会产生一次报名")],
        body: .json(.object([.init("role", .text, "类别代码"), .init("view", .text, "主要观点")])),
        responses: [201: .object([.init("number", .integer, "报名号")])])

    private static let facts: [Schema.Member] = [
        .init("id", .text), .init("title", .text), .init("organ", .text), .init("place", .text),
        .init("starts_at", .formatted("date-time")), .init("register_by", .formatted("date")),
        .init("state", .oneOf(Hearing.State.allCases.filter { $0 != .draft }.map(\.rawValue))),
        .init(
            "seats",
            .list(.object([.init("code", .text), .init("name", .text), .init("seats", .integer)]))),
    ]
}
