import Refusals
import Web

/// What is asked of a list: a filter, an order, a page (RFC 7644 §3.4.2).
struct ListRequest: Sendable {
    /// How many are answered at most, and when nothing is said.
    static let pageLimit = 200

    var filter: String?
    var sortBy: String?
    var isDescending = false
    /// From 1.
    var startIndex = 1
    var count = ListRequest.pageLimit
    var attributes: [String]?
    var excluded: [String] = []

    /// Asked by the address.
    init(_ request: WebRequest) throws {
        func names(_ name: String) -> [String]? {
            request.query(name)?.split(separator: ",").map { $0.trimmingPrefix(while: \.isWhitespace) }
                .map(String.init)
        }
        (filter, sortBy) = (request.query("filter"), request.query("sortBy"))
        isDescending = request.query("sortOrder")?.lowercased() == "descending"
        try setPage(
            start: Self.integer(request.query("startIndex")), count: Self.integer(request.query("count")))
        (attributes, excluded) = (names("attributes"), names("excludedAttributes") ?? [])
    }

    /// Asked by a message (RFC 7644 §3.4.3).
    init(_ message: ScimValue) throws {
        let members = Dictionary((message.object ?? [:]).map { ($0.key.lowercased(), $0.value) }) { $1 }
        func names(_ name: String) -> [String]? { members[name]?.list?.compactMap(\.text) }
        func number(_ name: String) -> Int? {
            if case .integer(let number)? = members[name] { number } else { nil }
        }
        (filter, sortBy) = (members["filter"]?.text, members["sortby"]?.text)
        isDescending = members["sortorder"]?.text?.lowercased() == "descending"
        try setPage(start: number("startindex"), count: number("count"))
        (attributes, excluded) = (names("attributes"), names("excludedattributes") ?? [])
    }

    /// What is less than allowed counts as the least (RFC 7644 §3.4.2.4).
    private mutating func setPage(start: Int?, count: Int?) throws {
        startIndex = max(1, start ?? 1)
        self.count = min(Self.pageLimit, max(0, count ?? Self.pageLimit))
    }

    private static func integer(_ text: String?) throws -> Int? {
        guard let text else { return nil }
        guard let number = Int(text) else { throw ScimFault(.invalidValue, "startIndex 和 count 应为整数。") }
        return number
    }

    /// The page of resources that are there, in the order asked for.
    func page(of resources: [ScimValue], types: [ScimResourceType]) throws -> ScimValue {
        let sorted = try sorted(resources, types)
        let page = sorted.dropFirst(startIndex - 1).prefix(count)
        let projection = Projection(attributes: attributes, excluded: excluded, types: types)
        return [
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
            "totalResults": .integer(resources.count), "startIndex": .integer(startIndex),
            "itemsPerPage": .integer(page.count), "Resources": .list(page.map(projection.of)),
        ]
    }

    /// Those without the attribute stand last, or first when descending (RFC 7644 §3.4.2.3).
    private func sorted(_ resources: [ScimValue], _ types: [ScimResourceType]) throws -> [ScimValue] {
        guard let sortBy else { return resources }
        guard let path = types.lazy.compactMap({ ScimPath(sortBy, in: $0) }).first else {
            throw ScimFault(.invalidPath, "不能按 \(sortBy.prefix(200)) 排序。")
        }
        let keyed = resources.enumerated().map { place, resource in
            (path.values(in: resource).first?.compared.sortKey(path.isCaseExact), place, resource)
        }
        let ordered = keyed.sorted { left, right in
            guard left.0 != right.0 else { return left.1 < right.1 }
            guard let key = left.0, let other = right.0 else { return (left.0 != nil) != isDescending }
            return isDescending ? key > other : key < other
        }
        return ordered.map(\.2)
    }
}

extension ScimValue {
    fileprivate func sortKey(_ isCaseExact: Bool) -> String? {
        switch self {
        case .text(let text): isCaseExact ? text : text.lowercased()
        case .bool(let bool): bool ? "1" : "0"
        default: nil
        }
    }
}
