/// Which attributes are answered: those that are asked for, or all but those that are not wanted (RFC 7644 §3.9).
struct Projection: Sendable {
    private let wanted: Set<[String]>?
    private let unwanted: Set<[String]>

    /// Everything.
    static let everything = Projection(attributes: nil, excluded: [], types: [])

    /// - Parameter types: the resources that are answered; what none of them knows is not answered anyway.
    init(attributes: [String]?, excluded: [String], types: [ScimResourceType]) {
        func keys(_ names: [String]) -> Set<[String]> {
            Set(names.flatMap { name in types.compactMap { ScimPath(name, in: $0)?.keys } })
        }
        wanted = attributes.map(keys)
        unwanted = keys(excluded)
    }

    /// These stand in every answer.
    private static let always: Set<String> = ["id", "schemas"]

    /// What is answered of a resource.
    func of(_ resource: ScimValue) -> ScimValue { part(resource, []) }

    private func part(_ value: ScimValue, _ keys: [String]) -> ScimValue {
        if let list = value.list { return .list(list.map { part($0, keys) }) }
        guard let members = value.object else { return value }
        var kept: [String: ScimValue] = [:]
        for (name, value) in members {
            let place = keys + [name]
            if keys.isEmpty, Self.always.contains(name) {
                kept[name] = value
            } else if !unwanted.contains(place), isWanted(place) {
                kept[name] = part(value, place)
            }
        }
        return .object(kept)
    }

    /// Whether it, something around it or something in it is asked for.
    private func isWanted(_ place: [String]) -> Bool {
        guard let wanted else { return true }
        return wanted.contains { $0.starts(with: place) || place.starts(with: $0) }
    }
}
