/// A cookie to set: always HttpOnly, SameSite=Lax and for the whole site; Secure when the site is served
/// over https.
public struct SetCookie: Sendable, Hashable {
    /// The cookie's name.
    public let name: String
    /// Its value: visible ASCII without comma, semicolon, quote and blank.
    public let value: String
    /// How long the browser keeps it; nil until it is closed, 0 to forget it now.
    public let maxAgeSeconds: Int?

    /// A cookie.
    public init(_ name: String, _ value: String, maxAgeSeconds: Int? = nil) {
        self.name = name
        self.value = value
        self.maxAgeSeconds = maxAgeSeconds
    }

    /// The header's text (RFC 6265, section 4.1).
    func header(isHTTPS: Bool) -> String {
        let age = maxAgeSeconds.map { "; Max-Age=\($0)" } ?? ""
        return "\(name)=\(value); Path=/\(age); HttpOnly; SameSite=Lax\(isHTTPS ? "; Secure" : "")"
    }
}
