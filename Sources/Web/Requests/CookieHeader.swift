/// The `Cookie` header (RFC 6265, section 5.4).
enum CookieHeader {
    /// The cookie that names a browser for its form tokens.
    static let visit = "visit"

    /// The cookies by name; the first of a name counts, as browsers send the most specific first.
    static func parse(_ fields: [String]) -> [String: String] {
        var cookies: [String: String] = [:]
        for pair in fields.joined(separator: ";").split(separator: ";") {
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2 else { continue }
            let name = String(halves[0].drop { $0 == " " })
            if cookies[name] == nil { cookies[name] = String(halves[1]) }
        }
        return cookies
    }
}
