import HTTPTypes
import Hummingbird
import Refusals
import WorkingTime

/// One request, checked at the door: its address is valid UTF-8, its client is known, its principal has
/// been looked up.
public struct WebRequest: Sendable {
    /// Whether a person looks at a page or a program calls; decides the shape of refusals.
    public enum Channel: String, Sendable, Hashable {
        /// A browser, under every other path.
        case page
        /// A program, under `/api/`.
        case api
        /// A program that speaks a standard of its field, at the paths and in the words of that standard.
        case standard

        /// The channel of a path.
        init(path: String) {
            self =
                switch path {
                case _ where path.hasPrefix("/api/"): .api
                case _
                where path.hasPrefix("/oauth/") || path.hasPrefix("/scim/") || path.hasPrefix("/v2/")
                    || path.hasPrefix("/open311/"):
                    .standard
                default: .page
                }
        }
    }

    /// The HTTP method.
    public let method: HTTPRequest.Method
    /// The path, as it was sent, but for what says the language.
    public internal(set) var path: String
    /// Path and query, as they were sent, but for what says the language: where to come back to.
    public internal(set) var uri: String
    /// What names this request in logs, in the answer's `X-Request-ID` and in refusals.
    public let requestID: String
    /// The client's address, see ``WebSettings/trustedProxies``.
    public let address: String
    /// The other end of the socket: a gateway of ours when there is one, whatever any header says.
    public let peer: String
    /// Page or API.
    public let channel: Channel
    /// The time of the request. A request has one time, however long it takes.
    public let now: Instant
    /// Whoever is signed in.
    public internal(set) var principal: (any Principal)?
    /// The language of the answer.
    public let language: Language
    /// The languages this address exists in.
    let languages: [Language]
    /// Whether the visitor chose the elder version (长者版).
    public let elder: Bool
    /// Whether this is a machine in a public hall (自助终端), which shows everything as the elder version does.
    public let isKiosk: Bool

    /// The path of the route that answers, as the router knows it; nil where there is none.
    let endpointPath: String?
    let head: HTTPRequest
    let body: RequestBody
    let parameters: [String: String]
    var queryPairs: [(name: String, value: String)]
    let cookies: [String: String]
    /// The `visit` cookie of this browser, and whether it must still be set.
    let visit: (value: String, isNew: Bool)
    let formTokens: FormTokens
    var prepared = PreparedBody.untouched

    /// The token that forms of this visit carry.
    public var csrf: CSRFToken { formTokens.token(visit: visit.value) }

    /// A parameter of the path, decoded. Throws `DomainError.notFound` when the route has none by this name.
    public func parameter(_ name: String) throws -> String {
        guard let value = parameters[name] else { throw DomainError.notFound("没有这个页面。") }
        return value
    }

    /// The first value of a query parameter; nil when it is absent or empty.
    public func query(_ name: String) -> String? {
        queryPairs.first { $0.name == name && !$0.value.isEmpty }?.value
    }

    /// Every value of a query parameter.
    public func queryValues(_ name: String) -> [String] {
        queryPairs.filter { $0.name == name && !$0.value.isEmpty }.map(\.value)
    }

    /// A header by its name, whatever its case.
    public func header(_ name: String) -> String? {
        HTTPField.Name(name).flatMap { head.headerFields[$0] }
    }

    /// A cookie by its name.
    public func cookie(_ name: String) -> String? { cookies[name] }

    /// The token of `Authorization: Bearer …`.
    public var bearer: String? {
        guard let value = head.headerFields[.authorization], value.lowercased().hasPrefix("bearer ") else {
            return nil
        }
        return String(value.dropFirst("bearer ".count))
    }

    /// The page to come back to after a detour: this one, or after a change the one whose form was sent.
    var pageToReturnTo: String {
        guard isChange else { return uri }
        guard let referer = header("Referer"), let host = head.authority,
            let end = referer.firstRange(of: "://\(host)/")?.upperBound
        else { return "/" }
        return String(referer[referer.index(before: end)...])
    }

    /// Whether the request changes something.
    var isChange: Bool { ![.get, .head, .options].contains(method) }
}
