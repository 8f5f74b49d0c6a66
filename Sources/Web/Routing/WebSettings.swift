import WorkingTime

/// What an installation decides about its web door.
public struct WebSettings: Sendable {
    /// The site's names.
    public var site: Site
    /// Whether visitors reach us over https; cookies are then Secure.
    public var isHTTPS: Bool
    /// The addresses of proxies we run ourselves, whose `X-Forwarded-For` is believed.
    public var trustedProxies: Set<String>
    /// What features offer in the masthead.
    public var navigation: [NavigationLink]
    /// What is found at the desk, in groups.
    public var desk: [DeskSection] = []
    /// How often one account or address may change something through the API.
    public var apiWrites: RateLimit
    /// Hears of every page and file that is handed out, on the event loop: it must not wait.
    public var seen: @Sendable (Visit) -> Void = { _ in }
    /// The hosts that have a site of their own.
    public let hosts = SiteHosts()
    /// The addresses of earlier systems, and where they lead.
    public let moved = MovedAddresses()
    /// The languages public pages are offered in.
    public let translations = Translations()
    /// What must be known at once, on every page.
    public let board = NoticeBoard()
    /// The clock; tests put their own in.
    public var now: @Sendable () -> Instant

    let formTokens: FormTokens

    /// Settings. `secret` signs form tokens: at least 32 random bytes, the same on every node; without one
    /// the forms that are open do not survive a restart.
    public init(
        site: Site = Site(), secret: [UInt8] = WebSettings.randomSecret(), isHTTPS: Bool = false,
        trustedProxies: Set<String> = [], navigation: [NavigationLink] = [],
        apiWrites: RateLimit = RateLimit(burst: 120, perMinute: 600),
        now: @escaping @Sendable () -> Instant = { Instant.now }
    ) {
        self.site = site
        self.isHTTPS = isHTTPS
        self.trustedProxies = trustedProxies
        self.navigation = navigation
        self.apiWrites = apiWrites
        self.now = now
        formTokens = FormTokens(secret: secret)
    }

    /// 32 random bytes.
    public static func randomSecret() -> [UInt8] { RandomBytes.make(32) }
}
