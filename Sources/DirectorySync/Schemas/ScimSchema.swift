/// A schema: attributes under a name (RFC 7643 §7).
struct ScimSchema: Sendable, Hashable {
    /// Its URN.
    let id: String
    let name: String
    let words: String
    let attributes: [ScimAttribute]

    /// As `/Schemas` shows it.
    func description(at root: String) -> ScimValue {
        [
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Schema"], "id": .text(id), "name": .text(name),
            "description": .text(words), "attributes": .list(attributes.map(\.description)),
            "meta": ["resourceType": "Schema", "location": .text("\(root)/Schemas/\(id)")],
        ]
    }
}

/// A kind of resource: where it stands and what it is made of (RFC 7643 §6).
struct ScimResourceType: Sendable, Hashable {
    let name: String
    let endpoint: String
    let words: String
    let schema: ScimSchema
    let extensions: [ScimSchema]

    /// The attributes that stand in every resource (RFC 7643 §3.1).
    static let common: [ScimAttribute] = [
        ScimAttribute("id", .string, "资源的标识").readOnly.caseExact.with { $0.returned = "always" },
        ScimAttribute("externalId", .string, "目录来源自己的标识").caseExact,
        ScimAttribute("schemas", .string, "资源的模式").many.readOnly.with { $0.returned = "always" },
        ScimAttribute(
            "meta", .complex, "资源的元数据",
            parts: [
                ScimAttribute("resourceType", .string, "资源类型").readOnly,
                ScimAttribute("created", .dateTime, "建立时间").readOnly,
                ScimAttribute("lastModified", .dateTime, "最后修改时间").readOnly,
                ScimAttribute("location", .string, "地址").readOnly,
                ScimAttribute("version", .string, "版本").readOnly.caseExact,
            ]
        ).readOnly,
    ]

    /// The attributes of the resource itself, those of extensions aside.
    var attributes: [ScimAttribute] { Self.common + schema.attributes }

    /// The extension of a URN, whatever its case.
    func `extension`(_ urn: String) -> ScimSchema? {
        let wanted = urn.lowercased()
        return extensions.first { $0.id.lowercased() == wanted }
    }

    /// As `/ResourceTypes` shows it.
    func description(at root: String) -> ScimValue {
        [
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ResourceType"], "id": .text(name),
            "name": .text(name), "endpoint": .text(endpoint), "description": .text(words),
            "schema": .text(schema.id),
            "schemaExtensions": .list(
                extensions.map { ["schema": .text($0.id), "required": false] }),
            "meta": ["resourceType": "ResourceType", "location": .text("\(root)/ResourceTypes/\(name)")],
        ]
    }
}
