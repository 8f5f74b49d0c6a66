import Foundation

/// The pairs of a query as a program wrote them.
enum QueryText {
    /// The pairs behind the question mark; what cannot be decoded is left out.
    static func pairs(of uri: String) -> [(name: String, value: String)] {
        guard let mark = uri.firstIndex(of: "?") else { return [] }
        return pairs(in: String(uri[uri.index(after: mark)...]))
    }

    static func pairs(in query: String) -> [(name: String, value: String)] {
        query.split(separator: "&").compactMap { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = decoded(parts[0]), let value = decoded(parts.count > 1 ? parts[1] : "") else {
                return nil
            }
            return (name, value)
        }
    }

    static func text(_ pairs: [(name: String, value: String)]) -> String {
        pairs.map { "\(encoded($0.name))=\(encoded($0.value))" }.joined(separator: "&")
    }

    /// The address with these parameters added to those it has.
    static func address(_ uri: String, adding pairs: [(name: String, value: String)]) -> String {
        guard !pairs.isEmpty else { return uri }
        return uri + (uri.contains("?") ? (uri.hasSuffix("?") ? "" : "&") : "?") + text(pairs)
    }

    static func decoded(_ text: some StringProtocol) -> String? {
        String(text).replacing("+", with: " ").removingPercentEncoding
    }

    static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }

    private static let unreserved = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
}
