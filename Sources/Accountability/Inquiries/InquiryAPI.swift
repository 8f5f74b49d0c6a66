import Identity
import Modules
import Refusals
import Storage
import Web

/// Inquiries for programs: read only, by the rules of the pages.
struct InquiryAPI: Sendable {
    let desk: InquiryDesk

    var routes: [Route] {
        [
            .get(AccountabilityPath.api, .staff, "行政问责列表", api: Self.list) { request, officer in
                var filter = InquiryFilter(officer)
                filter.isClosed = try Self.isClosed(request)
                let (slice, now) = (
                    try await desk.database.read { [filter] in
                        try InquiryStore.list(filter, after: request.query("after"), in: $0)
                    }, request.now
                )
                let page = ListDocument(slice) { InquiryDocument($0, filter.sight(of: $0), now: now) }
                return try .json(page).header("Cache-Control", "no-store")
            },
            .get("\(AccountabilityPath.api)/{id}", .staff, "一件问责", api: Self.read) { request, officer in
                let filter = InquiryFilter(officer)
                let (inquiry, steps) = try await desk.read(
                    request.id(InquiryDesk.unknown), filter, officer.actor(request), at: request.now)
                return try .json(
                    InquiryDocument(inquiry, steps: steps, filter.sight(of: inquiry), now: request.now)
                ).header("Cache-Control", "no-store")
            },
        ]
    }

    private static func isClosed(_ request: WebRequest) throws -> Bool {
        switch request.query("stage") {
        case nil, "open": false
        case "closed": true
        default: throw DomainError.invalid("stage", "stage 不是允许的值，请对照接口文档。")
        }
    }

    private static let list = APIOperation(
        id: "listAccountabilityCases", tag: "问责",
        parameters: [
            .query("stage", "办理中的（没有写就是），或者已办结的", .oneOf(["open", "closed"])),
            .query("after", "上一页的 next"),
        ],
        responses: [200: .page(of: InquiryDocument.schema)])

    private static let read = APIOperation(
        id: "readAccountabilityCase", tag: "问责", responses: [200: InquiryDocument.schema])
}
