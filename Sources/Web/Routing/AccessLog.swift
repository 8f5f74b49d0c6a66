import HTTPTypes
import Logging
import Synchronization

/// One line for each request.
enum AccessLog {
    /// The header that tells the visitor what names the request in the log.
    static let requestID = HTTPField.Name("X-Request-ID")

    static func line(
        id: String, method: HTTPRequest.Method, route: String, status: HTTPResponse.Status, _ time: Duration,
        to logger: Logger
    ) {
        let (seconds, attoseconds) = time.components
        let milliseconds = seconds * 1_000 + attoseconds / 1_000_000_000_000_000
        logger.info(
            "request",
            metadata: [
                "request_id": .string(id), "method": .string(method.rawValue), "route": .string(route),
                "status": .stringConvertible(status.code), "ms": .stringConvertible(milliseconds),
            ])
    }

    /// What stands for an address: the path of its route with `*` for the parameters, `/documents/*`; `-` where there
    /// is no route.
    static func route(_ endpointPath: String?) -> String {
        // Not a regular expression: compiling one for every request cost a quarter of a cached page.
        guard let path = endpointPath else { return "-" }
        guard path.utf8.contains(UInt8(ascii: "{")) else { return path }
        return path.split(separator: "{", omittingEmptySubsequences: false).enumerated().map { place, part in
            place == 0 ? part : "*" + part.drop { $0 != "}" }.dropFirst()
        }.joined()
    }
}

/// Names requests that never meet the router, which would have given them one.
enum RequestNumber {
    private static let start = UInt64.random(in: 0..<1 << 63)
    private static let count = Atomic<UInt64>(0)

    static func next() -> String {
        String(start &+ count.add(1, ordering: .relaxed).newValue, radix: 16)
    }
}
