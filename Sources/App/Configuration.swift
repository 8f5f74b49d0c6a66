import ChineseScript
import Foundation

/// What an installation is told before it starts: command line first, then `MINBEN_…` in the environment, then
/// the configuration file, then the defaults.
public struct Configuration: Sendable, Hashable {
    /// Which network the installation stands in (design: one-way transfer between them comes later).
    public enum Zone: String, Sendable, CaseIterable { case internet, extranet, intranet }

    /// The address it listens on.
    public var host = "127.0.0.1"
    /// The port it listens on; 0 takes any free one.
    public var port = 8080
    /// Where the database and the uploaded files live.
    public var dataDirectory = "data"
    /// The PostgreSQL that several nodes share, as `postgres://…`; empty: SQLite in the data directory.
    public var database = ""
    /// How many connections this node opens to it.
    public var databaseConnections = 16
    /// Loads the sample district and its well-known accounts.
    public var isDemo = false
    /// The network it stands in.
    public var zone = Zone.internet
    /// Where visitors reach the site; it is printed on licences. Empty: the host and port it listens on.
    public var publicURL = ""
    /// How many changes one account or address may make through the API in a minute.
    public var apiWritesPerMinute = 3_000
    /// Where the contents of uploads lie.
    public var files = FilesSettings()
    /// The keys of personal columns.
    public var keys = KeyringSettings()
    /// The gateway by which messages leave the house.
    public var messages = MessageSettings()
    /// Whether links to other sites are looked at.
    public var links = LinkSettings()
    /// Whose characters and words pages in traditional Chinese are written in.
    public var traditional = TraditionalScript.Usage.hongKong
    /// The keys of the journal's log, and who witnesses it.
    public var journal = JournalSettings()
    /// How people sign in.
    public var signIn = SignInSettings()
    /// How long it goes on serving after SIGTERM, while `/readyz` turns newcomers away at the gateway.
    public var drainSeconds = 0
    /// Addresses of reverse proxies whose `X-Forwarded-For` is believed.
    public var trustedProxies: Set<String> = []

    /// The defaults.
    public init() {}

    /// Well-known passwords must never face a network.
    func checkDemo(_ mistakes: inout [String]) {
        guard isDemo, zone != .internet, !isLoopback else { return }
        mistakes.append("--demo 带有公开的演示口令，只能用于本机回环地址或默认网络区")
    }

    /// The address that is printed on licences, without a slash at the end.
    var publicAddress: String {
        guard publicURL.isEmpty else {
            return publicURL.hasSuffix("/") ? String(publicURL.dropLast()) : publicURL
        }
        return "http://\(host == "127.0.0.1" ? "localhost" : host):\(port)"
    }

    /// Whether visitors come over https, through a gateway in front.
    var isHTTPS: Bool { publicURL.hasPrefix("https://") }

    private var isLoopback: Bool { host == "localhost" || host == "::1" || host.hasPrefix("127.") }
}

/// Everything that is wrong with the configuration, in one go.
public struct ConfigurationError: Error, CustomStringConvertible, Hashable {
    /// One sentence for each.
    public let mistakes: [String]
    /// All of them, a line each.
    public var description: String { mistakes.map { "配置有误：\($0)" }.joined(separator: "\n") }
}
