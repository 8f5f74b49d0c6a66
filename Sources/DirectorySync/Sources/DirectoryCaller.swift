import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// A program that proved with its token that it speaks for a directory.
struct DirectoryCaller: Principal {
    let source: DirectorySource
    /// Under this id the journal and the limits know it.
    var accountID: Int64 { source.id }
    var displayName: String { source.name }
    var isStaff: Bool { false }
    var unread: Int { 0 }

    func actor(_ request: WebRequest) -> Actor { source.actor(address: request.address) }
}

extension Policy where Caller == DirectoryCaller {
    /// A directory that two administrators let in, with a token that counts.
    static var directory: Policy<DirectoryCaller> {
        Policy("directory") { request in
            guard let caller = request.principal as? DirectoryCaller else {
                throw DomainError.signInRequired("请以 Authorization: Bearer 带上目录来源的令牌。令牌可能已过期或停用。")
            }
            return caller
        }
    }
}

/// Finds out which directory sends a request.
struct DirectoryAuthenticator: Sendable {
    let database: Database
    /// Nobody guesses 32 random bytes; but whoever tries need not occupy us.
    let failures = RateLimit(burst: 20, perMinute: 10)

    /// - Throws: `tooMany` for an address that keeps trying tokens that do not count.
    func caller(of request: WebRequest) async throws -> DirectoryCaller? {
        guard let bearer = request.bearer else { return nil }
        let token = SourceToken(bearer)
        let source = try await database.read { tx in try token.flatMap { try SourceStore.find($0, in: tx) } }
        guard let source, source.isOpen(at: request.now) else {
            try failures.admit(request.address, at: request.now)
            return nil
        }
        return DirectoryCaller(source: source)
    }
}
