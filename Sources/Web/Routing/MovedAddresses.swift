import Foundation
import Synchronization

/// Addresses of earlier systems and of what has moved, with the places here that they lead to.
///
/// They are asked only where nothing was found: no page that is there can be hidden by one. An address may stand here with
/// its query, for systems that told their pages apart by it.
public final class MovedAddresses: Sendable {
    private let targets = Mutex<[String: String]>([:])

    /// None yet.
    public init() {}

    /// Says which addresses have moved, each in its plain form (``plain(_:)``).
    public func set(_ targets: [String: String]) { self.targets.withLock { $0 = targets } }

    /// An address as it is compared: decoded, and without a slash at its end.
    public static func plain(_ address: String) -> String {
        let decoded = address.removingPercentEncoding ?? address
        return decoded.count > 1 && decoded.hasSuffix("/") ? String(decoded.dropLast()) : decoded
    }

    /// Where an address leads now; nil for one that nobody has entered.
    func target(of uri: String) -> String? {
        targets.withLock { targets in
            guard !targets.isEmpty else { return nil }
            let path = uri.prefix { $0 != "?" }
            return targets[Self.plain(uri)] ?? targets[Self.plain(String(path))]
        }
    }
}
