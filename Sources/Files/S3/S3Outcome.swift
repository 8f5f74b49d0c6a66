import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// A short answer of a store, read to its end.
struct S3Outcome: Sendable {
    private static let lengthLimit = 64 << 10

    let status: UInt
    let text: String

    init(_ response: HTTPClientResponse) async throws {
        status = response.status.code
        text = String(buffer: try await response.body.collect(upTo: Self.lengthLimit))
    }

    /// A copy may begin with 200 and fail afterwards; then the body says so.
    var isFailureInDisguise: Bool { text.contains("<Error>") }
}

/// A store's answer that it cannot, or will not.
struct S3Refusal: Error, CustomStringConvertible {
    let status: UInt
    /// The store's own word for it, such as `SlowDown`.
    let code: String

    init(_ outcome: S3Outcome) {
        status = outcome.status
        code = outcome.text.firstMatch(of: /<Code>([A-Za-z0-9]{1,64})<\/Code>/).map { String($0.1) } ?? ""
    }

    /// Whether the same request will be answered in the same way.
    var isFinal: Bool { (300..<500).contains(status) && status != 408 && status != 429 }

    var description: String { code.isEmpty ? "status \(status)" : "status \(status) \(code)" }
}
