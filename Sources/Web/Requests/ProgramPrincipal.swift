import Refusals
import WorkingTime

/// A program or a device that proves itself with a secret of its own: a directory, a scanner of a window, a telephone
/// exchange. Nobody works there, and nobody reads messages.
public protocol ProgramPrincipal: Principal {}

extension ProgramPrincipal {
    /// A program is no member of staff.
    public var isStaff: Bool { false }
    /// A program has no inbox.
    public var unread: Int { 0 }
}

extension Policy where Caller: ProgramPrincipal {
    /// Programs of this kind, and nobody else.
    ///
    /// - Parameter sentence: what whoever comes without proof is told.
    public static func program(_ name: String, otherwise sentence: Sentence) -> Policy {
        Policy(name) { request in
            guard let caller = request.principal as? Caller else {
                throw DomainError.signInRequired(sentence)
            }
            return caller
        }
    }
}

/// Finds out which program sends a request, by its bearer token.
public struct BearerDoor<Caller: ProgramPrincipal>: Sendable {
    private let path: String?
    private let find: @Sendable (String, Instant) async throws -> Caller?
    /// Nobody guesses 32 random bytes; but whoever tries need not occupy us.
    private let failures = RateLimit(burst: 20, perMinute: 10)

    /// - Parameters:
    ///   - path: the one address at which such programs are known; nil where they have a door of their own.
    ///   - find: the program whose token counts now; nil for any other.
    public init(
        at path: String? = nil, find: @escaping @Sendable (String, Instant) async throws -> Caller?
    ) {
        (self.path, self.find) = (path, find)
    }

    /// - Returns: nil when no token that counts came along.
    /// - Throws: `tooMany` for an address that keeps trying tokens that do not count.
    public func caller(of request: WebRequest) async throws -> Caller? {
        guard path == nil || path == request.path, let bearer = request.bearer else { return nil }
        if let caller = try await find(bearer, request.now) { return caller }
        try failures.admit(request.address, at: request.now)
        return nil
    }
}
