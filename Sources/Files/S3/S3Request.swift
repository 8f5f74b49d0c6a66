import Storage

/// One request to a store, before it is signed.
struct S3Request: Sendable {
    /// The SHA-256 of nothing.
    static let emptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

    let method: String
    /// The path as a person would write it: bucket and key, nothing escaped.
    let path: String
    var query: [String: String] = [:]
    /// The headers that are signed, by their names in lower case.
    var headers: [String: String] = [:]
    /// The SHA-256 of the body, in hexadecimal.
    var bodyHash = S3Request.emptyHash

    /// The path as it is sent and signed.
    var escapedPath: String { Self.escaped(path, keeping: "/") }

    /// The query as it is sent and signed: in order of names.
    var escapedQuery: String {
        query.map { (Self.escaped($0.key), Self.escaped($0.value)) }.sorted { $0.0 < $1.0 }
            .map { "\($0.0)=\($0.1)" }.joined(separator: "&")
    }

    /// Everything but the unreserved characters of RFC 3986 as `%` and two digits in upper case.
    private static func escaped(_ text: String, keeping kept: String = "") -> String {
        let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~\(kept)".utf8)
        return text.utf8.map { byte in
            plain.contains(byte)
                ? String(UnicodeScalar(byte)) : "%" + Hexadecimal.text([byte]).uppercased()
        }.joined()
    }
}
