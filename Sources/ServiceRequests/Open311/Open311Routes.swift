import Cases
import Codes
import Government
import HTTPTypes
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// Open311 GeoReport v2, as its clients speak it, with mySociety's `servicerequestupdates`.
struct Open311Routes: Sendable {
    static let root = "/open311/v2"
    let office: RequestOffice
    /// The address of this site, for programs that look for it.
    let site: String

    var routes: [Route] {
        Open311Format.allCases.flatMap { format in
            let ending = format.rawValue
            return [
                read("services.\(ending)", format, "Open311 服务目录", services),
                read("services/{code}.\(ending)", format, "Open311 服务定义", definition),
                read("requests.\(ending)", format, "Open311 诉求列表", requests),
                read("requests/{number}.\(ending)", format, "Open311 诉求", request),
                read("tokens/{number}.\(ending)", format, "Open311 回执", token),
                read("servicerequestupdates.\(ending)", format, "Open311 进展", updates),
                .post(
                    "\(Self.root)/requests.\(ending)", .anyone, journal: "case.submitted", "Open311 提出诉求"
                ) { request, _ in try await answer(request, format, file) },
                .post(
                    "\(Self.root)/servicerequestupdates.\(ending)", .anyone,
                    journal: "service_request.updated", "Open311 补充诉求"
                ) { request, _ in try await answer(request, format, add) },
            ]
        } + [
            .get("\(Self.root)/openapi.yaml", .anyone, "Open311 接口说明") { _, _ in
                .bytes(
                    Array(try RequestRules.open311Description()),
                    contentType: "application/yaml; charset=utf-8")
            },
            .get("/open311/discovery.json", .anyone, "Open311 发现") { request, _ in
                try await answer(request, .json, discovery)
            },
            .get("/open311/discovery.xml", .anyone, "Open311 发现") { request, _ in
                try await answer(request, .xml, discovery)
            },
        ]
    }

    typealias Work = @Sendable (WebRequest, Open311Format) async throws -> WebResponse

    private func read(
        _ path: String, _ format: Open311Format, _ title: String, _ work: @escaping Work
    ) -> Route {
        .get("\(Self.root)/\(path)", .anyone, title) { request, _ in
            try await answer(request, format, work)
        }
    }

    /// Refusals are told as the standard tells them.
    private func answer(_ request: WebRequest, _ format: Open311Format, _ work: Work) async throws
        -> WebResponse
    {
        do { return try await work(request, format) } catch let refusal as DomainError {
            let records = refusal.words.map { Open311Record(error: refusal.open311.code, $0) }
            return try format.list("errors", of: "error", records, status: refusal.open311)
        }
    }
}

extension DomainError {
    /// The status by which Open311 tells it: what cannot be taken is a 400.
    fileprivate var open311: HTTPResponse.Status {
        switch self {
        case .notFound: .notFound
        case .forbidden, .signInRequired: .forbidden
        case .tooMany: .tooManyRequests
        case .tooLarge: .contentTooLarge
        case .conflict, .invalid, .malformed: .badRequest
        }
    }

    /// What our fields are called in the standard.
    private static let names = [
        "category": "service_code", "title": "description", "content": "description",
        "division": "address_id", "point": "lat, long", "place": "address_string",
    ]

    /// What is wrong, one sentence each.
    fileprivate var words: [String] {
        if case .invalid(let errors) = self {
            return errors.map { "\(Self.names[$0.field] ?? $0.field): \($0.sentence.chinese)" }
        }
        return [sentence.chinese]
    }
}
