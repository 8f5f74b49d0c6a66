import Government
import Modules
import Refusals
import Services
import Storage
import Web

/// The item library for programs: `/api/v1/services`.
struct ServicesAPI: Sendable {
    let library: ServiceLibrary
    let directory: Directory
    let publicAddress: String

    var routes: [Route] {
        [
            .get("/api/v1/services", .anyone, "服务目录", api: Self.listing) { request, _ in
                try await list(request)
            },
            .get("/api/v1/services/{code}", .anyone, "办事指南", api: Self.guide) { request, _ in
                try await guide(request)
            },
            .get("/api/v1/services/{code}/form", .anyone, "办事表单", api: Self.form) { request, _ in
                try form(request)
            },
        ]
    }

    private func list(_ request: WebRequest) async throws -> WebResponse {
        let names = try await organNames()
        let slice = try library.catalogue.page(try query(request), after: request.query("after"))
        return try .json(
            ListDocument(slice) { ServiceJSON($0, organs: names) })
    }

    func query(_ request: WebRequest) throws -> ServiceQuery {
        var query = ServiceQuery(
            words: request.query("q"), organ: request.query("organ"), lifeEvent: request.query("life_event"))
        guard let audience = request.query("audience") else { return query }
        query.audience = Audience(rawValue: audience)
        guard query.audience != nil else {
            throw DomainError.invalid("audience", "服务对象只能是 person 或 enterprise。")
        }
        return query
    }

    private func guide(_ request: WebRequest) async throws -> WebResponse {
        let service = try library.service(try request.parameter("code"))
        let children = library.catalogue.children(of: service)
        return try .json(GuideJSON(service, children: children, organs: try await organNames()))
    }

    /// The form as JSON Schema 2020-12.
    private func form(_ request: WebRequest) throws -> WebResponse {
        let service = try library.service(try request.parameter("code"))
        let address = "\(publicAddress)/api/v1/services/\(service.code)/form"
        return try .json(FormSchema(service).document(id: address))
    }

    func organNames() async throws -> [String: String] {
        try await directory.organs().namesByKey
    }
}
