import HTTPTypes

/// One route with everything that is known about it: who may use it, what it writes to the journal, how the
/// API document describes it.
public struct Route: Sendable {
    /// The HTTP method.
    public let method: HTTPRequest.Method
    /// The path; parameters stand in braces: `/cases/{number}`.
    public let path: String
    /// The name of the policy that admits callers.
    public let policy: String
    /// What the policy asks for: any one of these; empty when it asks only who somebody is.
    public let powers: [Power]
    /// The journal action of a change, for example `case.accepted`; nil for a route that changes nothing.
    public let journal: String?
    /// What the route is for, in the words of its page.
    public let title: String
    /// How the API document describes it; nil for pages.
    public let operation: APIOperation?
    /// Page or API, by the path.
    public var channel: WebRequest.Channel { WebRequest.Channel(path: path) }
    /// Whether pages of other sites may send forms here. Only for what changes nothing by itself.
    public private(set) var admitsOtherSites = false
    /// Whether it exists in every language the installation offers, each under an address of its own.
    public private(set) var isInEveryLanguage = false
    /// Admits the caller and answers.
    public let handle: @Sendable (WebRequest) async throws -> WebResponse

    private init<C: Sendable>(
        _ method: HTTPRequest.Method, _ path: String, _ policy: Policy<C>, journal: String?, _ title: String,
        _ operation: APIOperation?, _ handle: @escaping @Sendable (WebRequest, C) async throws -> WebResponse
    ) {
        self.method = method
        self.path = path
        self.policy = policy.name
        self.powers = policy.powers
        self.journal = journal
        self.title = title
        self.operation = operation
        self.handle = { request in try await handle(request, policy.admit(request)) }
    }

    /// A route that reads; it answers HEAD as well.
    public static func get<C: Sendable>(
        _ path: String, _ policy: Policy<C>, _ title: String, api: APIOperation? = nil,
        _ handle: @escaping @Sendable (WebRequest, C) async throws -> WebResponse
    ) -> Route {
        Route(.get, path, policy, journal: nil, title, api, handle)
    }

    /// The route, open to forms of other sites, as a standard of its field asks for: what it does must be no more than to
    /// show a page or to lead to one.
    public var admittingOtherSites: Route {
        var route = self
        route.admitsOtherSites = true
        return route
    }

    /// The route, in every language that is offered: `/zh-hant/services` beside `/services`. For public pages only.
    public var inEveryLanguage: Route {
        var route = self
        route.isInEveryLanguage = true
        return route
    }

    /// A route that adds or changes something.
    public static func post<C: Sendable>(
        _ path: String, _ policy: Policy<C>, journal: String, _ title: String, api: APIOperation? = nil,
        _ handle: @escaping @Sendable (WebRequest, C) async throws -> WebResponse
    ) -> Route {
        Route(.post, path, policy, journal: journal, title, api, handle)
    }

    /// A route that puts a whole thing in place.
    public static func put<C: Sendable>(
        _ path: String, _ policy: Policy<C>, journal: String, _ title: String, api: APIOperation? = nil,
        _ handle: @escaping @Sendable (WebRequest, C) async throws -> WebResponse
    ) -> Route {
        Route(.put, path, policy, journal: journal, title, api, handle)
    }

    /// A route that changes parts of a thing.
    public static func patch<C: Sendable>(
        _ path: String, _ policy: Policy<C>, journal: String, _ title: String, api: APIOperation? = nil,
        _ handle: @escaping @Sendable (WebRequest, C) async throws -> WebResponse
    ) -> Route {
        Route(.patch, path, policy, journal: journal, title, api, handle)
    }

    /// A route that takes something away.
    public static func delete<C: Sendable>(
        _ path: String, _ policy: Policy<C>, journal: String, _ title: String, api: APIOperation? = nil,
        _ handle: @escaping @Sendable (WebRequest, C) async throws -> WebResponse
    ) -> Route {
        Route(.delete, path, policy, journal: journal, title, api, handle)
    }
}
