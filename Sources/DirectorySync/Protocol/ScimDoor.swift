import Foundation
import HTTPTypes
import Refusals
import Web
import WorkingTime

/// What every SCIM route has in common: the pace, the faults, the media type.
struct ScimDoor: Sendable {
    /// A directory of some thousand people passes in a quarter of an hour.
    private let pace = RateLimit(burst: 1_000, perMinute: 1_200)

    /// Answers as RFC 7644 wants it.
    func answer(
        _ request: WebRequest, _ caller: DirectoryCaller, _ body: () async throws -> WebResponse
    ) async throws -> WebResponse {
        try pace.admit("directory:\(caller.source.id)", at: request.now)
        do { return try await body() } catch let fault as ScimFault {
            return try .scim(fault.message, status: fault.status)
        }
    }
}

extension WebResponse {
    /// A SCIM message.
    static func scim(_ message: ScimValue, status: HTTPResponse.Status = .ok) throws -> WebResponse {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return bytes(
            Array(try encoder.encode(message)), contentType: "application/scim+json", status: status
        ).header("Cache-Control", "no-store")
    }

    /// A resource with its version and address, or that the caller has it already (RFC 7644 §3.14).
    static func resource(
        _ resource: ScimValue, _ request: WebRequest, _ type: ScimResourceType,
        status: HTTPResponse.Status = .ok
    ) throws -> WebResponse {
        let version = resource.version ?? ""
        if [.get, .head].contains(request.method), let held = request.header("If-None-Match"),
            VersionCondition(held).admits(version)
        {
            return WebResponse.noContent.status(.notModified).header("ETag", version)
        }
        let asked = try ListRequest(request)
        let projection = Projection(
            attributes: asked.attributes, excluded: asked.excluded, types: [type])
        let answer = try scim(projection.of(resource), status: status).header("ETag", version)
        return status == .created ? answer.header("Location", resource.location ?? "") : answer
    }

    private func status(_ status: HTTPResponse.Status) -> WebResponse {
        var copy = self
        copy.status = status
        return copy
    }
}

/// `If-Match` and `If-None-Match`: versions, of which one must fit.
struct VersionCondition: Sendable {
    private let versions: [String]

    init(_ header: String) {
        versions = header.split(separator: ",").map { String($0.filter { !$0.isWhitespace }) }
    }

    /// Whether a version fits. Whoever leaves out that it is weak means the same.
    func admits(_ version: String?) -> Bool {
        guard let version else { return false }
        return versions.contains { $0 == "*" || $0 == version || "W/\($0)" == version }
    }
}
