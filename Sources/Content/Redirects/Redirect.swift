import Foundation
import Refusals
import Web
import WorkingTime

/// An old address and the place it leads to.
struct Redirect: Sendable, Hashable {
    let id: Int64
    /// In its plain form, with its query when it has one.
    let source: String
    /// A path of this installation.
    let target: String
    let madeByName: String
    let madeAt: Instant
}

/// What is entered to make one, and its rules.
struct RedirectDraft: Sendable, Hashable {
    let source: String
    let target: String

    /// Parts of the house whose addresses are nobody's old ones.
    private static let ours = [
        "/desk", "/my", "/api", "/account", "/assets", "/oauth", "/scim", "/healthz", "/readyz", "/metrics",
    ]
    /// Characters of an address.
    private static let longest = 500

    /// - Parameters:
    ///   - source: a path, or a whole address of whatever host the earlier system had.
    ///   - target: a path of ours, or a whole address that begins with `origin`.
    /// - Throws: `invalid` for what is no address, leads to another host, or into the house.
    init(source: String, target: String, origin: String) throws {
        var errors: [FieldError] = []
        let from = MovedAddresses.plain(Self.withoutHost(source))
        if !Self.isPath(from) || from == "/" {
            errors.append(FieldError("source", "请写旧网址的路径，以 / 开头，例如 /zwgk/art_1234.html。"))
        } else if Self.isOurs(from) {
            errors.append(FieldError("source", "这个地址是本平台自己的，不能当作旧网址。"))
        }
        let to = target.hasPrefix(origin + "/") ? String(target.dropFirst(origin.count)) : target
        if !Self.isPath(to) {
            errors.append(FieldError("target", "只能指向本网站的页面：请写以 / 开头的路径，或者粘贴本网站的网址。"))
        } else if Self.isOurs(to) {
            errors.append(FieldError("target", "不能指向工作台和登录以后的页面。"))
        } else if MovedAddresses.plain(to) == from {
            errors.append(FieldError("target", "新旧网址是同一个，会来回打转。"))
        }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
        (self.source, self.target) = (from, to)
    }

    private static func withoutHost(_ address: String) -> String {
        guard let scheme = address.firstRange(of: "://"), !address.hasPrefix("/") else { return address }
        return address[scheme.upperBound...].firstIndex(of: "/").map { String(address[$0...]) } ?? "/"
    }

    /// A path of this installation: `//host` and `/\host` are none, and nothing climbs out of it.
    private static func isPath(_ path: String) -> Bool {
        path.hasPrefix("/") && !path.hasPrefix("//") && path.count <= longest
            && path.unicodeScalars.allSatisfy {
                $0.value > 0x20 && $0.value != 0x5C && !Manuscript.isHostile($0)
            }
            && !MovedAddresses.plain(path).split(separator: "/").contains("..")
            && !MovedAddresses.plain(path).hasPrefix("//") && !MovedAddresses.plain(path).contains("\\")
    }

    private static func isOurs(_ path: String) -> Bool {
        let plain = MovedAddresses.plain(path).lowercased()
        return ours.contains { plain == $0 || plain.hasPrefix($0 + "/") || plain.hasPrefix($0 + "?") }
    }
}
