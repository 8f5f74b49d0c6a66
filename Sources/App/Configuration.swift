import Foundation
import Yams

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
    /// Addresses of reverse proxies whose `X-Forwarded-For` is believed.
    public var trustedProxies: Set<String> = []

    /// The defaults.
    public init() {}

    /// The names a setting may have in the environment (`MINBEN_PORT`) and in the file (`port`).
    static let names =
        [
            "host", "port", "data", "database", "demo", "zone", "public_url", "trusted_proxies",
            "api_writes_per_minute",
        ] + FilesSettings.names

    /// Reads every source and names every mistake at once.
    ///
    /// - Parameters:
    ///   - options: what the command line says, by setting name.
    ///   - file: contents of the YAML file, if one was named.
    /// - Throws: ``ConfigurationError``.
    public static func resolve(
        options: [String: String], environment: [String: String], file: String?
    ) throws -> Configuration {
        var mistakes: [String] = []
        var settings = fileSettings(file, &mistakes)
        for (key, value) in environment where key.hasPrefix("MINBEN_") {
            let name = key.dropFirst("MINBEN_".count).lowercased()
            guard names.contains(name) else {
                mistakes.append("环境变量 \(key) 不是已知的设置")
                continue
            }
            settings[name] = value
        }
        settings.merge(options) { $1 }
        var configuration = Configuration()
        for (name, value) in settings.sorted(by: { $0.key < $1.key }) {
            configuration.set(name, value, &mistakes)
        }
        configuration.checkDemo(&mistakes)
        configuration.files.check(&mistakes)
        guard mistakes.isEmpty else { throw ConfigurationError(mistakes: mistakes) }
        return configuration
    }

    private static func fileSettings(_ text: String?, _ mistakes: inout [String]) -> [String: String] {
        guard let text else { return [:] }
        guard let mapping = (try? Yams.load(yaml: text)) as? [String: Any] else {
            mistakes.append("配置文件不是 YAML 键值表")
            return [:]
        }
        for key in mapping.keys.sorted() where !names.contains(key) {
            mistakes.append("配置文件中的 \(key) 不是已知的设置")
        }
        return mapping.filter { names.contains($0.key) }.mapValues { value in
            (value as? [Any])?.map { "\($0)" }.joined(separator: ",") ?? "\(value)"
        }
    }

    private mutating func set(_ name: String, _ value: String, _ mistakes: inout [String]) {
        switch name {
        case "host": host = value
        case "port":
            guard let number = Int(value), (0...65_535).contains(number) else {
                return mistakes.append("端口 \(value) 应为 0 到 65535 的整数")
            }
            port = number
        case "data": dataDirectory = value
        case "database":
            mistakes.append("本版本只支持数据目录中的 SQLite，不支持 --database \(value)")
        case "demo":
            guard let flag = Self.flags[value.lowercased()] else {
                return mistakes.append("demo 应为 true 或 false，不是 \(value)")
            }
            isDemo = flag
        case "zone":
            guard let known = Zone(rawValue: value) else {
                return mistakes.append("zone 应为 internet、extranet 或 intranet，不是 \(value)")
            }
            zone = known
        case "public_url":
            guard let scheme = URL(string: value)?.scheme, ["http", "https"].contains(scheme) else {
                return mistakes.append("public_url 应为 http:// 或 https:// 开头的地址，不是 \(value)")
            }
            publicURL = value
        case "api_writes_per_minute":
            guard let number = Int(value), number > 0 else {
                return mistakes.append("api_writes_per_minute 应为正整数，不是 \(value)")
            }
            apiWritesPerMinute = number
        case "trusted_proxies": trustedProxies = Set(value.split(separator: ",").map(String.init))
        default: files.set(name, value, &mistakes)
        }
    }

    /// Well-known passwords must never face a network.
    private func checkDemo(_ mistakes: inout [String]) {
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

    private static let flags = [
        "true": true, "1": true, "yes": true, "false": false, "0": false, "no": false,
    ]
}

/// Everything that is wrong with the configuration, in one go.
public struct ConfigurationError: Error, CustomStringConvertible, Hashable {
    /// One sentence for each.
    public let mistakes: [String]
    /// All of them, a line each.
    public var description: String { mistakes.map { "配置有误：\($0)" }.joined(separator: "\n") }
}
