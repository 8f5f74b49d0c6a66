import Refusals

/// Changes of a resource, one after the other, all or none (RFC 7644 §3.5.2).
struct ScimPatch {
    enum Kind: String {
        case add, remove, replace
    }

    private let operations: [(kind: Kind, path: String?, value: ScimValue)]
    private let type: ScimResourceType

    /// How many may come at once.
    private static let limit = 1_000

    /// - Throws: ``ScimFault`` with `invalidSyntax`.
    init(_ message: ScimValue, of type: ScimResourceType) throws {
        let sent = message.object?.first { $0.key.lowercased() == "operations" }?.value.list
        guard let sent, !sent.isEmpty, sent.count <= Self.limit else {
            throw ScimFault(.invalidSyntax, "PATCH 应带有 1 到 \(Self.limit) 项 Operations。")
        }
        operations = try sent.map { operation in
            let members = Dictionary((operation.object ?? [:]).map { ($0.key.lowercased(), $0.value) }) { $1 }
            guard let kind = members["op"]?.text.flatMap({ Kind(rawValue: $0.lowercased()) }) else {
                throw ScimFault(.invalidSyntax, "op 应为 add、remove 或 replace。")
            }
            return (kind, members["path"]?.text, members["value"] ?? .null)
        }
        self.type = type
    }

    /// The resource afterwards.
    ///
    /// - Throws: ``ScimFault``.
    func applied(to resource: [String: ScimValue]) throws -> [String: ScimValue] {
        var resource = resource
        for operation in operations {
            if let path = operation.path {
                try apply(operation.kind, path, operation.value, to: &resource)
            } else {
                try applyAll(operation.kind, operation.value, to: &resource)
            }
        }
        resource = resource.filter { !$0.value.isUnassigned }
        try type.requireWhole(resource)
        return resource
    }

    /// Without a path the value names what it is about.
    private func applyAll(_ kind: Kind, _ value: ScimValue, to resource: inout [String: ScimValue]) throws {
        guard kind != .remove else { throw ScimFault(.noTarget, "remove 必须写明 path。") }
        guard let members = value.object else {
            throw ScimFault(.invalidSyntax, "没有 path 时，value 应为一个对象。")
        }
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
            // What the schema does not know is left out here as it is in a whole resource.
            guard let path = ScimPath(name, in: type), path.attribute?.mutability != .readOnly else {
                continue
            }
            try apply(kind, name, value, to: &resource)
        }
    }

    private func apply(
        _ kind: Kind, _ text: String, _ value: ScimValue, to resource: inout [String: ScimValue]
    ) throws {
        let target = try PatchTarget(text, in: type)
        guard let schema = target.path.schema.flatMap({ type.extension($0) }) else {
            return try AttributePatch(kind: kind, target: target, value: value).apply(to: &resource)
        }
        var members = resource[schema.id]?.object ?? [:]
        if target.path.attribute == nil {
            let taken =
                try ScimResourceType.take(value, parts: schema.attributes, of: schema.name).object ?? [:]
            members = kind == .remove ? [:] : members.merging(taken) { $1 }
        } else {
            try AttributePatch(kind: kind, target: target, value: value).apply(to: &members)
        }
        resource[schema.id] = .object(members.filter { !$0.value.isUnassigned })
    }
}
