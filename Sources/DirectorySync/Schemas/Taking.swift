import Refusals

/// Takes what a directory sends into the form that is kept: names as the schema writes them, what is unknown or only
/// read left out, types checked. The password of RFC 7643 §4.1.1 is among the unknown.
extension ScimResourceType {
    /// The longest text that is kept, in characters.
    static let textLimit = 256

    /// A whole resource.
    ///
    /// - Throws: ``ScimFault`` for a value of another type, and for a required one that is not there.
    func take(_ sent: ScimValue) throws -> [String: ScimValue] {
        guard let members = sent.object else { throw ScimFault(.invalidSyntax, "提交的内容应为一个资源对象。") }
        var kept: [String: ScimValue] = [:]
        for (name, value) in members {
            if let schema = `extension`(name) {
                kept[schema.id] = try Self.take(value, parts: schema.attributes, of: schema.name)
            } else if let attribute = attributes.named(name), attribute.mutability != .readOnly {
                kept[attribute.name] = try Self.take(value, as: attribute)
            }
        }
        return kept.filter { !$0.value.isUnassigned }
    }

    /// - Throws: ``ScimFault`` when something is missing without which there is no such resource.
    func requireWhole(_ resource: [String: ScimValue]) throws {
        for attribute in schema.attributes
        where attribute.isRequired && resource[attribute.name]?.isUnassigned ?? true {
            throw ScimFault(.invalidValue, "缺少必须的属性 \(attribute.name)。")
        }
    }

    /// The value of one attribute; a single one where many may stand counts as a list of one.
    static func take(_ value: ScimValue, as attribute: ScimAttribute) throws -> ScimValue {
        guard attribute.isMultiple, value != .null else { return try single(value, as: attribute) }
        return .list(try (value.list ?? [value]).map { try single($0, as: attribute) })
    }

    private static func single(_ value: ScimValue, as attribute: ScimAttribute) throws -> ScimValue {
        switch (attribute.kind, value) {
        case (_, .null): return .null
        case (.complex, _): return try take(value, parts: attribute.parts, of: attribute.name)
        case (.boolean, .bool): return value
        // One widespread directory sends truths as text.
        case (.boolean, .text(let text)) where ["true", "false"].contains(text.lowercased()):
            return .bool(text.lowercased() == "true")
        case (.integer, .integer): return value
        case (.string, .text(let text)), (.reference, .text(let text)), (.dateTime, .text(let text)):
            guard text.count <= textLimit else {
                throw ScimFault(.invalidValue, "属性 \(attribute.name) 最多 \(textLimit) 个字符。")
            }
            return value
        default: throw ScimFault(.invalidValue, "属性 \(attribute.name) 的类型不对。")
        }
    }

    static func take(_ value: ScimValue, parts: [ScimAttribute], of name: String) throws -> ScimValue {
        if value == .null { return .null }
        guard let members = value.object else { throw ScimFault(.invalidValue, "属性 \(name) 应为一个对象。") }
        var kept: [String: ScimValue] = [:]
        for (name, value) in members {
            guard let part = parts.named(name), part.mutability != .readOnly else { continue }
            kept[part.name] = try take(value, as: part)
        }
        return .object(kept.filter { !$0.value.isUnassigned })
    }
}
