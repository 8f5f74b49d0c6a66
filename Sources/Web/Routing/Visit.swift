import Hummingbird
import WorkingTime

/// A page or a file that somebody was handed, for whoever counts. It does not say who that was.
public struct Visit: Sendable, Hashable {
    /// Path and query, as they were sent.
    public let uri: String
    /// The path of the route with `*` for its parameters, `/sites/*/*`: what may be kept where addresses say too much.
    public let route: String
    /// What the program of the visitor calls itself, by which robots are told.
    public let agent: String?
    /// Whether it was a file to be saved and not a page.
    public let isFile: Bool
    /// When.
    public let at: Instant

    /// A visit.
    public init(uri: String, route: String, agent: String?, isFile: Bool = false, at: Instant) {
        (self.uri, self.route, self.agent) = (uri, route, agent)
        (self.isFile, self.at) = (isFile, at)
    }

    /// The visit an answer was given to; nil for a change, a refusal, a style sheet, an answer to a program.
    init?(_ request: Request, _ response: Response, route: String, at now: Instant) {
        guard request.method == .get else { return nil }
        let isFile = response.headers[.contentDisposition]?.hasPrefix("attachment") ?? false
        switch response.status {
        case .ok:
            guard isFile || response.headers[.contentType]?.hasPrefix("text/html") ?? false else {
                return nil
            }
        // What the browser has already is read again.
        case .notModified: break
        default: return nil
        }
        self.init(
            uri: request.uri.string, route: route, agent: request.headers[.userAgent], isFile: isFile, at: now
        )
    }
}
