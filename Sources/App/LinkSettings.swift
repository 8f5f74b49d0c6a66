import AsyncHTTPClient
import Content
import NIOCore
import NIOHTTP1

/// Whether links to other sites are looked at: only through a proxy of the district, which decides where one may go. The
/// installation itself asks nobody.
public struct LinkSettings: Sendable, Hashable {
    private var proxy = ""

    /// Nobody is asked.
    public init() {}

    static let name = "link_proxy"

    mutating func set(_ value: String) { proxy = value }

    /// Host and port; nil when nobody is asked.
    private var server: (host: String, port: Int)? {
        guard let match = proxy.wholeMatch(of: /([A-Za-z0-9.-]+):([0-9]{1,5})/),
            let port = Int(match.output.2),
            (1...65_535).contains(port)
        else { return nil }
        return (String(match.output.1), port)
    }

    func check(_ mistakes: inout [String]) {
        if !proxy.isEmpty, server == nil {
            mistakes.append("link_proxy 应为「主机:端口」，例如 proxy.example.gov.cn:3128")
        }
    }

    /// Who asks other sites; nil when nobody does.
    func asker() -> LinkAsking? { server.map { LinkAsking(host: $0.host, port: $0.port) } }
}

/// Asks other sites whether a page is there, through a proxy.
final class LinkAsking: Sendable {
    private static let limitSeconds: Int64 = 10
    private let http: HTTPClient

    init(host: String, port: Int) {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .follow(max: 5, allowCycles: false),
            timeout: .init(connect: .seconds(5), read: .seconds(Self.limitSeconds)),
            proxy: .server(host: host, port: port))
        configuration.httpVersion = .http1Only
        http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    deinit { Task { [http] in try? await http.shutdown() } }

    /// Whether there is a page: nil when nobody answered in time, or with something that says neither.
    func isThere(_ address: String) async -> Bool? {
        var request = HTTPClientRequest(url: address)
        request.method = .HEAD
        request.headers.add(name: "User-Agent", value: "Minben link check (bot)")
        guard let response = try? await http.execute(request, timeout: .seconds(Self.limitSeconds)) else {
            return nil
        }
        return Self.meaning(of: response.status.code)
    }

    /// What a status says of a page. Many sites refuse HEAD or robots: that is no dead link.
    static func meaning(of status: UInt) -> Bool? {
        switch status {
        case 200..<400: true
        case 404, 410: false
        default: nil
        }
    }
}
