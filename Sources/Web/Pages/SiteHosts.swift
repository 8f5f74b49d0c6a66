import Synchronization

/// The hosts of which the root is not the home page of the house but that of a site of its own.
///
/// Only hosts that were entered on the desk are known here. Any other, whatever a request says, gets the home page, and
/// every address below the root is the same on all hosts: what is kept of a page never depends on the host.
public final class SiteHosts: Sendable {
    private let homes = Mutex<[String: String]>([:])

    /// No hosts yet.
    public init() {}

    /// Says which hosts there are, each with the address of its home.
    public func set(_ homes: [String: String]) { self.homes.withLock { $0 = homes } }

    /// The home of a host as a request names it, with or without a port; nil for the home page of the house.
    public func home(of authority: String?) -> String? {
        guard let authority else { return nil }
        return homes.withLock { homes in
            guard !homes.isEmpty else { return nil }
            return homes[authority.split(separator: ":").first.map { $0.lowercased() } ?? ""]
        }
    }
}
