import HTTPTypes
import Web

/// What a directory may ask about the service itself (RFC 7644 §4).
struct DiscoveryRoutes: Sendable {
    let door: ScimDoor
    let root: String

    var routes: [Route] {
        [
            .get("\(ScimPaths.root)/ServiceProviderConfig", .directory, "SCIM 服务支持的功能") { request, caller in
                try await door.answer(request, caller) { try .scim(configuration) }
            }
        ]
            + listed(
                "ResourceTypes", "SCIM 资源类型", ScimResourceType.all.map { ($0.name, $0.description(at: root)) }
            )
            + listed("Schemas", "SCIM 资源模式", ScimSchema.all.map { ($0.id, $0.description(at: root)) })
    }

    private func listed(_ name: String, _ title: String, _ things: [(id: String, thing: ScimValue)])
        -> [Route]
    {
        [
            .get("\(ScimPaths.root)/\(name)", .directory, title) { request, caller in
                try await door.answer(request, caller) {
                    // A filter would only hide what must be known (RFC 7644 §4).
                    guard request.query("filter") == nil else { throw ScimFault.discoveryFilter }
                    return try .scim([
                        "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
                        "totalResults": .integer(things.count), "startIndex": 1,
                        "itemsPerPage": .integer(things.count), "Resources": .list(things.map(\.thing)),
                    ])
                }
            },
            .get("\(ScimPaths.root)/\(name)/{id}", .directory, title) { request, caller in
                try await door.answer(request, caller) {
                    let id = try request.parameter("id")
                    guard let found = things.first(where: { $0.id == id }) else { throw ScimFault.notFound }
                    return try .scim(found.thing)
                }
            },
        ]
    }

    private var configuration: ScimValue {
        [
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],
            "patch": ["supported": true],
            "bulk": ["supported": false, "maxOperations": 0, "maxPayloadSize": 0],
            "filter": ["supported": true, "maxResults": .integer(ListRequest.pageLimit)],
            "changePassword": ["supported": false], "sort": ["supported": true], "etag": ["supported": true],
            "authenticationSchemes": [
                [
                    "type": "oauthbearertoken", "name": "目录来源令牌",
                    "description": "系统管理员登记、安全管理员批准后领取的令牌，放在 Authorization: Bearer 中。",
                    "specUri": "https://www.rfc-editor.org/rfc/rfc6750",
                ]
            ],
            "meta": [
                "resourceType": "ServiceProviderConfig", "location": .text("\(root)/ServiceProviderConfig"),
            ],
        ]
    }
}

/// Where SCIM stands.
enum ScimPaths {
    static let root = "/scim/v2"
}
