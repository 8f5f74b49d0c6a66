import Foundation
import Refusals

/// What a program is registered with: everything that is approved.
struct ClientTerms: Sendable, Hashable, Codable {
    /// Whether the program can keep a secret (RFC 6749 2.1).
    enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case confidential
        case open

        var chinese: String {
            switch self {
            case .confidential: "有服务端，能保管密钥"
            case .open: "手机或桌面应用，不能保管密钥"
            }
        }
    }

    var name: String
    /// Who answers for it.
    var organ: String
    var kind: Kind
    /// Compared letter by letter (RFC 9700 2.1).
    var redirectURIs: [String]
    var logoutURIs: [String]
    /// Where it wants to hear that somebody signed out; nil: nowhere.
    var backChannelURI: String?
    var scopes: [Scope]
    /// Programs of one sector see the same subject for the same person.
    var sector: String
    var algorithm: SigningAlgorithm
    /// A program of the district's own, which need not ask people for consent.
    var isFirstParty: Bool

    static let mostAddresses = 20

    /// - Throws: `invalid` with every mistake.
    func check() throws {
        var errors: [FieldError] = []
        if name.isEmpty || name.count > 60 { errors.append(.init("name", "请写明系统名称，最多 60 字。")) }
        if organ.isEmpty { errors.append(.init("organ", "请选择负责的部门。")) }
        if redirectURIs.isEmpty { errors.append(.init("redirect_uris", "请至少填写一个回调地址。")) }
        errors += Self.errors(in: redirectURIs, "redirect_uris", allowingApps: kind == .open)
        errors += Self.errors(in: logoutURIs, "logout_uris", allowingApps: kind == .open)
        errors += Self.errors(in: backChannelURI.map { [$0] } ?? [], "back_channel_uri", allowingApps: false)
        if !scopes.contains(.openid) { errors.append(.init("scopes", "“确认是您本人”是登录所必需的，请选上。")) }
        // Without an address of its own there is no sector either; one mistake is told once.
        if !redirectURIs.isEmpty, sector.isEmpty || sector.count > 100 {
            errors.append(.init("sector", "请填写标识分区，最多 100 字。"))
        }
        if kind == .open, isFirstParty { errors.append(.init("extras", "不能保管密钥的系统必须征得本人同意。")) }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
    }

    private static func errors(in uris: [String], _ field: String, allowingApps: Bool) -> [FieldError] {
        guard uris.count <= mostAddresses else { return [.init(field, "最多 \(mostAddresses) 个地址。")] }
        return uris.filter { !isPossible($0, allowingApps: allowingApps) }.prefix(1).map {
            .init(field, "地址 \($0) 不能用：要写完整的 https 地址，不带 # 和 *；本机调试可用 http://localhost。")
        }
    }

    /// Whole addresses only: nothing to fill in, nobody's name in front of the host, nothing behind `#`.
    private static func isPossible(_ uri: String, allowingApps: Bool) -> Bool {
        guard uri.utf8.count <= 500,
            uri.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f && $0 != UInt8(ascii: "\\") }),
            !uri.contains("*"), let parts = URLComponents(string: uri), parts.fragment == nil,
            parts.user == nil, parts.password == nil, let scheme = parts.scheme?.lowercased()
        else { return false }
        let host = parts.host ?? ""
        switch scheme {
        case "https": return !host.isEmpty
        case "http": return ["localhost", "127.0.0.1", "[::1]", "::1"].contains(host)
        // RFC 8252 7.1: a domain name in reverse.
        default: return allowingApps && scheme.contains(".") && !scheme.hasPrefix(".")
        }
    }

    /// Where pages of the program live, for the policy of the form that leads there.
    static func origin(of uri: String) -> String {
        guard let parts = URLComponents(string: uri), let scheme = parts.scheme else { return "" }
        guard let host = parts.host, ["http", "https"].contains(scheme) else { return "\(scheme):" }
        return "\(scheme)://\(host)\(parts.port.map { ":\($0)" } ?? "")"
    }
}
