import ChineseScript
import Foundation
import Yams

extension Configuration {
    /// The names a setting may have in the environment (`MINBEN_PORT`) and in the file (`port`).
    static let names =
        FilesSettings.names + MessageSettings.names + KeyringSettings.names + JournalSettings.names
        + SignInSettings.names + [
            "host", "port", "data", "database", "database_connections", "demo", "zone", "public_url",
            "trusted_proxies",
            "api_writes_per_minute", "drain_seconds", "traditional", LinkSettings.name,
        ]

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
        configuration.messages.check(&mistakes)
        configuration.links.check(&mistakes)
        configuration.keys.check(&mistakes)
        configuration.journal.check(&mistakes)
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
            guard value.hasPrefix("postgres://") || value.hasPrefix("postgresql://") else {
                // The value may hold a password: it is not repeated.
                return mistakes.append("database 应为 postgres:// 开头的地址；不写就用数据目录中的 SQLite")
            }
            database = value
        case "database_connections":
            guard let number = Int(value), (2...500).contains(number) else {
                return mistakes.append("database_connections 应为 2 到 500 的整数，不是 \(value)")
            }
            databaseConnections = number
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
        case "drain_seconds":
            guard let number = Int(value), (0...60).contains(number) else {
                return mistakes.append("drain_seconds 应为 0 到 60 的整数，不是 \(value)")
            }
            drainSeconds = number
        case "traditional":
            guard let usage = TraditionalScript.Usage(rawValue: value) else {
                return mistakes.append("traditional 应为 s2hk（香港）或 s2tw（台湾），不是 \(value)")
            }
            traditional = usage
        case "trusted_proxies": trustedProxies = Set(value.split(separator: ",").map(String.init))
        case _ where KeyringSettings.names.contains(name): keys.set(name, value, &mistakes)
        case _ where MessageSettings.names.contains(name): messages.set(name, value)
        case LinkSettings.name: links.set(value)
        case _ where JournalSettings.names.contains(name): journal.set(name, value, &mistakes)
        case _ where SignInSettings.names.contains(name): signIn.set(name, value, &mistakes)
        default: files.set(name, value, &mistakes)
        }
    }

    private static let flags = [
        "true": true, "1": true, "yes": true, "false": false, "0": false, "no": false,
    ]
}
