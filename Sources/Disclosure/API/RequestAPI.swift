import Cases
import Codes
import Government
import HTTPTypes
import Identity
import Modules
import Storage
import Web
import WorkingTime

/// Requests for information, for programs: file one, read what one has to do with.
struct RequestAPI: Sendable {
    let requests: Requests

    var routes: [Route] {
        [
            .get(DisclosurePath.api, .signedIn, "信息公开申请列表", api: Self.listing) { request, caller in
                let slice = try await requests.database.read {
                    try RequestStore.requests(for: caller.viewer, after: request.query("after"), in: $0)
                }
                let page = ListDocument(slice, RequestLine.init)
                return try .json(page).header("Cache-Control", "no-store")
            },
            .get("\(DisclosurePath.api)/{number}", .signedIn, "信息公开申请", api: Self.reading) {
                try await read($0, $1)
            },
            .post(
                DisclosurePath.api, .signedIn, journal: "case.submitted", "申请公开政府信息", api: Self.filing
            ) { try await file($0, $1) },
        ]
    }

    private func read(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let number = try request.parameter("number")
        let subject = try await requests.view(number, for: caller.viewer).subject
        if caller.isStaff {
            try await requests.cases.record(.masked(error: nil), of: number, by: caller.actor(request))
        }
        return try .json(RequestDocument(subject)).header("Cache-Control", "no-store")
    }

    private func file(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let input = try await request.json(RequestInput.self)
        let applicant = try await requests.applicant(input.applicant, for: caller.account)
        let matter = try await requests.file(
            try input.form(), of: applicant, by: .web, channel: "api", actor: caller.actor(request),
            once: try caller.account.once(request, "POST \(DisclosurePath.api)", input))
        return try .json(RequestDocument(matter.root), status: .created)
            .header("Location", "\(DisclosurePath.api)/\(matter.root.number.text)")
    }

    private static let listing = APIOperation(
        id: "listDisclosureRequests", tag: "信息公开", parameters: [.query("after", "上一页的 next")],
        responses: [200: .page(of: RequestLine.schema)])

    private static let reading = APIOperation(
        id: "readDisclosureRequest", tag: "信息公开", responses: [200: RequestDocument.schema])

    private static let filing = APIOperation(
        id: "fileDisclosureRequest", tag: "信息公开",
        parameters: [.header("Idempotency-Key", "同一个键只会产生一件申请")], body: .json(RequestInput.schema),
        responses: [201: RequestDocument.schema])
}
