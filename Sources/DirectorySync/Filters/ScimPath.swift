/// Where an attribute stands in a resource: `userName`, `name.familyName`, `urn:…:User:department`.
struct ScimPath: Sendable, Hashable {
    /// The URN of the extension; nil for attributes of the resource itself.
    let schema: String?
    /// The attribute; nil when the extension as a whole is meant.
    let attribute: ScimAttribute?
    /// The part of a complex attribute.
    let part: ScimAttribute?

    /// Reads a path; nil when this type of resource has nothing there.
    init?(_ text: String, in type: ScimResourceType) {
        let (schema, rest) = Self.split(text, type)
        let names = rest.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        if rest.isEmpty, let schema, type.extension(schema) != nil {
            (self.schema, attribute, part) = (schema, nil, nil)
            return
        }
        let known = schema.flatMap { type.extension($0)?.attributes } ?? type.attributes
        guard (1...2).contains(names.count), let attribute = known.named(names[0]) else { return nil }
        let part = names.count == 2 ? attribute.part(names[1]) : nil
        guard names.count == 1 || part != nil else { return nil }
        self.schema = schema.flatMap { type.extension($0)?.id }
        (self.attribute, self.part) = (attribute, part)
    }

    /// The schema's URN, as the schema writes it, and what follows it.
    private static func split(_ text: String, _ type: ScimResourceType) -> (String?, String) {
        for schema in type.extensions + [type.schema] {
            guard text.lowercased().hasPrefix(schema.id.lowercased()) else { continue }
            let rest = text.dropFirst(schema.id.count)
            guard rest.isEmpty || rest.hasPrefix(":") else { continue }
            return (schema.id, String(rest.drop { $0 == ":" }))
        }
        return (nil, text)
    }

    /// The keys that lead there.
    var keys: [String] { [schema, attribute?.name, part?.name].compactMap { $0 } }

    /// Whether `A` is not `a` there.
    var isCaseExact: Bool { (part ?? valuePart ?? attribute)?.isCaseExact ?? false }

    /// Whether it holds a moment.
    var isMoment: Bool { (part ?? attribute)?.kind == .dateTime }

    private var valuePart: ScimAttribute? { attribute?.part("value") }

    /// Every value that stands there.
    func values(in resource: ScimValue) -> [ScimValue] {
        keys.reduce([resource]) { found, key in
            found.flatMap { $0.list ?? [$0] }.compactMap { $0.object?[key] }
        }.flatMap { $0.list ?? [$0] }
    }
}
