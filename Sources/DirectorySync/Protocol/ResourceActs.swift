import HTTPTypes
import Journal
import Refusals
import Web
import WorkingTime

/// What can be done with resources of a kind, whatever kind it is.
struct ResourceActs: Sendable {
    typealias IsCurrent = @Sendable (String?) -> Bool
    typealias Document = [String: ScimValue]
    typealias Matching = @Sendable (String?, DirectorySource) async throws -> [ScimValue]
    typealias One = @Sendable (Int64, DirectorySource) async throws -> ScimValue
    typealias Create = @Sendable (ScimValue, DirectorySource, Actor, Instant) async throws -> ScimValue
    typealias Remove =
        @Sendable (Int64, DirectorySource, Actor, Instant, @escaping IsCurrent) async throws -> Void
    typealias Change =
        @Sendable (
            Int64, DirectorySource, Actor, Instant, @escaping IsCurrent,
            @escaping @Sendable (Document) throws -> Document
        ) async throws -> ScimValue

    let type: ScimResourceType
    let readings: DirectoryReadings
    let matching: Matching
    let one: One
    let create: Create
    let remove: Remove
    let change: Change

    @Sendable func list(_ request: WebRequest, _ caller: DirectoryCaller) async throws -> WebResponse {
        try await page(ListRequest(request), request, caller)
    }

    @Sendable func search(_ request: WebRequest, _ caller: DirectoryCaller) async throws -> WebResponse {
        try await page(ListRequest(await request.json(ScimValue.self)), request, caller)
    }

    private func page(
        _ asked: ListRequest, _ request: WebRequest, _ caller: DirectoryCaller
    ) async throws -> WebResponse {
        let found = try await matching(asked.filter, caller.source)
        try await readings.record(found.count, of: type.name, by: caller.actor(request), at: request.now)
        return try .scim(asked.page(of: found, types: [type]))
    }

    @Sendable func show(_ request: WebRequest, _ caller: DirectoryCaller) async throws -> WebResponse {
        try .resource(try await one(try id(request), caller.source), request, type)
    }

    @Sendable func add(_ request: WebRequest, _ caller: DirectoryCaller) async throws -> WebResponse {
        let sent = try await request.json(ScimValue.self)
        let made = try await create(sent, caller.source, caller.actor(request), request.now)
        return try .resource(made, request, type, status: .created)
    }

    /// What is not sent is taken away (RFC 7644 §3.5.1).
    @Sendable func put(_ request: WebRequest, _ caller: DirectoryCaller) async throws -> WebResponse {
        let document = try type.take(try await request.json(ScimValue.self))
        return try await changed(request, caller) { [type] old in
            var new = document
            new["active"] = new["active"] ?? old["active"]
            try type.requireWhole(new)
            return new
        }
    }

    @Sendable func patch(_ request: WebRequest, _ caller: DirectoryCaller) async throws -> WebResponse {
        let message = try await request.json(ScimValue.self)
        return try await changed(request, caller) { [type] in
            try ScimPatch(message, of: type).applied(to: $0)
        }
    }

    @Sendable func delete(_ request: WebRequest, _ caller: DirectoryCaller) async throws -> WebResponse {
        try await remove(
            try id(request), caller.source, caller.actor(request), request.now, isCurrent(request))
        return .noContent
    }

    private func changed(
        _ request: WebRequest, _ caller: DirectoryCaller,
        _ change: @escaping @Sendable (Document) throws -> Document
    ) async throws -> WebResponse {
        let resource = try await self.change(
            try id(request), caller.source, caller.actor(request), request.now, isCurrent(request), change)
        return try .resource(resource, request, type)
    }

    private func isCurrent(_ request: WebRequest) -> IsCurrent {
        let condition = request.header("If-Match").map(VersionCondition.init)
        return { version in condition?.admits(version) ?? true }
    }

    private func id(_ request: WebRequest) throws -> Int64 {
        guard let id = Int64(try request.parameter("id")) else { throw ScimFault.notFound }
        return id
    }
}
