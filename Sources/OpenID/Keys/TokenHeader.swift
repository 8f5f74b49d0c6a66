import Foundation

/// What a token says about its signature; believed only as far as a key of ours says the same.
struct TokenHeader: Decodable {
    let alg: String
    let kid: String

    /// - Returns: nil unless it is three parts, the first of which names a key and an algorithm.
    init?(_ token: String) {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3 else { return nil }
        let text = parts[0].replacing("-", with: "+").replacing("_", with: "/")
        guard
            let bytes = Data(base64Encoded: text + String(repeating: "=", count: (4 - text.count % 4) % 4)),
            let header = try? JSONDecoder().decode(TokenHeader.self, from: bytes)
        else { return nil }
        self = header
    }
}
