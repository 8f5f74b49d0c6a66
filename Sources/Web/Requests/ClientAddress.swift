/// Where a request comes from.
enum ClientAddress {
    /// The socket's address, or behind a proxy we run ourselves the last address that is not such a proxy.
    /// `X-Forwarded-For` from anyone else is ignored: everybody can write it.
    static func resolve(socket: String?, forwardedFor: String?, trustedProxies: Set<String>) -> String {
        let socket = socket ?? "local"
        guard trustedProxies.contains(socket), let forwardedFor else { return socket }
        let hops = forwardedFor.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
        return hops.last { !trustedProxies.contains($0) && isAddress($0) } ?? socket
    }

    private static func isAddress(_ text: String) -> Bool {
        (2...45).contains(text.utf8.count)
            && text.utf8.allSatisfy { "0123456789abcdefABCDEF.:".utf8.contains($0) }
    }
}
