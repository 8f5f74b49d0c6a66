import HTTPTypes
import Hummingbird
import WorkingTime

extension WebRequest {
    /// Reads what has arrived. Throws `DomainError.malformed` when the address cannot be read.
    init(
        _ request: Request, context: WebContext, parameters: [String: String] = [:],
        language: Language = .simplified, isInEveryLanguage: Bool = false, settings: WebSettings
    ) throws {
        self.init(
            request, context: context, settings: settings, language: language,
            languages: isInEveryLanguage ? settings.translations.offered : [.simplified],
            parameters: try parameters.mapValues { try PercentCoding.decode($0, plusIsSpace: false) },
            queryPairs: try Self.pairs(of: request, in: language, settings))
    }

    private static func pairs(
        of request: Request, in language: Language, _ settings: WebSettings
    ) throws -> [(name: String, value: String)] {
        let pairs = try PercentCoding.pairs(request.uri.query ?? "")
        guard let translator = settings.translations.translator(to: language) else { return pairs }
        return pairs.map { ($0.name, translator.original(of: $0.value)) }
    }

    /// The same without anything that could be unreadable: enough to answer with a refusal.
    init(unreadable request: Request, context: WebContext, settings: WebSettings) {
        self.init(
            request, context: context, settings: settings, language: .simplified, languages: [.simplified],
            parameters: [:], queryPairs: [])
    }

    private init(
        _ request: Request, context: WebContext, settings: WebSettings, language: Language,
        languages: [Language], parameters: [String: String], queryPairs: [(name: String, value: String)]
    ) {
        endpointPath = context.endpointPath
        head = request.head
        body = request.body
        method = request.method
        path = language.stripped(request.uri.path) ?? request.uri.path
        let sent = request.head.path ?? "/"
        uri = language.stripped(sent) ?? sent
        requestID = context.id
        address = ClientAddress.resolve(
            socket: context.socketAddress,
            forwardedFor: HTTPField.Name("X-Forwarded-For").flatMap { request.headers[$0] },
            trustedProxies: settings.trustedProxies)
        peer = context.socketAddress ?? "local"
        channel = Channel(path: request.uri.path)
        now = settings.now()
        (self.language, self.languages) = (language, languages)
        let cookies = CookieHeader.parse(request.headers[values: .cookie])
        let display = cookies[DisplayRoutes.cookieName]
        isKiosk = display == DisplayRoutes.kioskValue
        elder = isKiosk || display == DisplayRoutes.elderValue
        let known = cookies[CookieHeader.visit].flatMap { FormTokens.isVisit($0) ? $0 : nil }
        visit = (known ?? FormTokens.newVisit(), known == nil)
        formTokens = settings.formTokens
        self.cookies = cookies
        self.parameters = parameters
        self.queryPairs = queryPairs
    }
}

/// What Hummingbird hands along with a request: the socket's address.
public struct WebContext: RequestContext {
    /// Hummingbird's own storage.
    public var coreContext: CoreRequestContextStorage
    /// The address of the other end of the socket; nil when there is no socket.
    let socketAddress: String?

    /// The context of a request that has just arrived.
    public init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        socketAddress = source.channel.remoteAddress?.ipAddress
    }
}
