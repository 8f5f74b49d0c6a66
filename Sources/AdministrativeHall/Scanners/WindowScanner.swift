import Journal
import Refusals
import WorkingTime

/// A scanner program at a window (高拍仪、扫描仪): it may put files into the window's tray, and nothing else.
struct WindowScanner: Sendable, Hashable, Identifiable {
    /// As many may be in use at a window at the same time.
    static let mostAtWindow = 5

    let id: Int64
    let windowID: Int64
    let name: String
    let issuedBy: String
    let issuedAt: Instant
    private(set) var revokedAt: Instant?

    init(
        id: Int64, windowID: Int64, name: String, issuedBy: String, issuedAt: Instant,
        revokedAt: Instant? = nil
    ) {
        (self.id, self.windowID, self.name) = (id, windowID, name)
        (self.issuedBy, self.issuedAt, self.revokedAt) = (issuedBy, issuedAt, revokedAt)
    }

    /// A scanner gets a token.
    ///
    /// - Parameter others: those that are in use at the window.
    /// - Throws: `invalid` without a name, `conflict` when there are enough.
    static func issue(
        id: Int64, at window: Window, name: String, beside others: [WindowScanner], by admin: Actor,
        at now: Instant
    ) throws -> WindowScanner {
        guard !name.isEmpty, name.count <= 40 else {
            throw DomainError.invalid("name", "请给扫描设备起个名字，不超过 40 字，例如“左侧高拍仪”。")
        }
        guard others.count < mostAtWindow else {
            throw DomainError.conflict("\(window.name)已有 \(mostAtWindow) 个有效的令牌，请先停用不用的。")
        }
        return WindowScanner(
            id: id, windowID: window.id, name: name, issuedBy: admin.name, issuedAt: now)
    }

    /// Its token counts no longer.
    ///
    /// - Throws: `conflict` when that has been said.
    mutating func revoke(at now: Instant) throws {
        guard revokedAt == nil else { throw DomainError.conflict("这个令牌已经停用。") }
        revokedAt = now
    }
}
