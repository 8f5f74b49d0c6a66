/// The way to the next page of a list: keyset paging has no page numbers.
public struct Pager: Sendable {
    private let next: String?
    private let first: String?

    /// The pager of a request: `next` is the cursor after this page, nil at the end.
    public init(next cursor: String?, of request: WebRequest) {
        next = cursor.map { Pager.address(request, after: $0) }
        first = request.query("after").map { _ in Pager.address(request, after: nil) }
    }

    /// The pager; nothing when everything is on one page.
    public var html: HTML {
        guard next != nil || first != nil else { return .empty }
        return """
            <nav class="pager" aria-label="翻页">\(link(first, "回到第一页", rel: "first"))\(link(next, "下一页", rel: "next"))</nav>
            """
    }

    private func link(_ address: String?, _ words: String, rel: String) -> HTML? {
        address.map { "<a class=\"button quiet\" href=\"\($0)\" rel=\"\(rel)\">\(words)</a>" }
    }

    /// The same list with the same filters.
    private static func address(_ request: WebRequest, after cursor: String?) -> String {
        var pairs = request.queryPairs.filter { $0.name != "after" }
        if let cursor { pairs.append((name: "after", value: cursor)) }
        guard !pairs.isEmpty else { return request.path }
        var bytes: [UInt8] = []
        for (index, pair) in pairs.enumerated() {
            bytes.append(UInt8(ascii: index == 0 ? "?" : "&"))
            Escaping.appendURLComponent(pair.name, to: &bytes)
            bytes.append(UInt8(ascii: "="))
            Escaping.appendURLComponent(pair.value, to: &bytes)
        }
        return request.path + String(decoding: bytes, as: UTF8.self)
    }
}
