import Web
import WorkingTime

/// Where somebody who wants to sign in comes from.
struct Arrival: Sendable, Hashable {
    let kind: Session.Kind
    let address: String
    /// What the browser said it is, cut to a length.
    let agent: String
    /// The browser's own mark, when it has one: see ``DeviceMark``.
    let device: DeviceMark?
    let now: Instant

    private static let longestAgent = 200

    init(kind: Session.Kind, address: String, agent: String = "", device: DeviceMark? = nil, now: Instant) {
        self.kind = kind
        self.address = address
        self.agent = String(agent.prefix(Self.longestAgent))
        self.device = device
        self.now = now
    }

    init(_ request: WebRequest, kind: Session.Kind, _ settings: IdentitySettings) {
        self.init(
            kind: kind, address: request.address, agent: request.header("User-Agent") ?? "",
            device: request.cookie(settings.deviceCookieName).flatMap(DeviceMark.init), now: request.now)
    }
}
