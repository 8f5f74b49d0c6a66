import Cases
import Codes
import HTTPTypes
import Identity
import Modules
import Refusals
import Services
import Storage
import Web

/// Joint services (一件事) for programs: which there are, what each asks and in which order its items go, filing one, and how
/// far each organ is. By the rules of the pages and of single items.
struct JointAPI: Sendable {
    static let services = "/api/v1/joint-services"
    static let matters = "/api/v1/joint-cases"

    let services: ServicesAPI
    let filing: FilingAPI
    let cases: Cases

    var routes: [Route] {
        [
            .get(Self.services, .anyone, "一件事", api: Self.listing) { request, _ in try await list(request) },
            .get("\(Self.services)/{code}", .anyone, "一件事的办事指南", api: Self.guide) { request, _ in
                let service = try joint(request)
                let children = services.library.catalogue.children(of: service)
                return try .json(
                    JointGuideJSON(service, children: children, organs: try await services.organNames()))
            },
            .post(
                "\(Self.services)/{code}/cases", .signedIn, journal: "case.submitted", "申请办理一件事",
                api: Self.application
            ) { try await file($0, $1) },
            .get("\(Self.matters)/{number}", .signedIn, "一件事的进展", api: Self.progress) { request, caller in
                let view = try await cases.view(try request.parameter("number"), for: caller.viewer)
                guard !view.children.isEmpty else {
                    throw DomainError.notFound("这是单个事项的办件，不是一件事。")
                }
                return try .json(JointCaseJSON(view)).header("Cache-Control", "no-store")
            },
        ]
    }

    private func list(_ request: WebRequest) async throws -> WebResponse {
        var query = try services.query(request)
        query.isJoint = true
        let slice = try services.library.catalogue.page(query, after: request.query("after"))
        let names = try await services.organNames()
        return try .json(
            ListDocument(slice) { ServiceJSON($0, organs: names) })
    }

    /// - Throws: `notFound` for a single item too.
    private func joint(_ request: WebRequest) throws -> PublicService {
        let service = try services.library.service(try request.parameter("code"))
        guard service.item.isJoint else {
            throw DomainError.notFound("“\(service.item.name)”是单个事项，不是一件事。")
        }
        return service
    }

    private func file(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let service = try joint(request)
        let application = try await request.json(JointApplicationJSON.self).application(for: service)
        let matter = try await filing.file(
            application, "POST \(Self.services)/\(service.code)/cases", request, caller)
        return try .json(FiledJointJSON(matter), status: .created)
            .header("Location", "\(Self.matters)/\(matter.root.number.text)")
    }
}
