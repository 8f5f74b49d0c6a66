import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// A telephone exchange that proved itself with its token.
struct ExchangeCaller: Principal {
    let exchange: Exchange
    /// Under this id the journal and the limits know it.
    var accountID: Int64 { exchange.id }
    var displayName: String { exchange.name }
    var isStaff: Bool { false }
    var unread: Int { 0 }

    func actor(_ request: WebRequest) -> Actor {
        Actor(
            accountID: exchange.id, name: "电话系统「\(exchange.name)」", roles: ["exchange"], channel: "api",
            address: request.address)
    }
}

extension Policy where Caller == ExchangeCaller {
    /// A telephone exchange with a token that counts.
    static var exchange: Policy<ExchangeCaller> {
        Policy("exchange") { request in
            guard let caller = request.principal as? ExchangeCaller else {
                throw DomainError.signInRequired("请以 Authorization: Bearer 带上电话系统的令牌。令牌可能已经停用。")
            }
            return caller
        }
    }
}

/// Finds out which exchange sends a request.
struct ExchangeAuthenticator: Sendable {
    let database: Database
    /// Nobody guesses 32 random bytes; but whoever tries need not occupy us.
    private let failures = RateLimit(burst: 20, perMinute: 10)

    init(database: Database) { self.database = database }

    /// - Returns: nil when no exchange's token came along.
    /// - Throws: `tooMany` for an address that keeps trying tokens that do not count.
    func caller(of request: WebRequest) async throws -> ExchangeCaller? {
        guard request.path == HotlinePath.calls, let token = request.bearer.flatMap({ ExchangeToken($0) })
        else { return nil }
        if let exchange = try await database.read({ try ExchangeStore.find(token, in: $0) }) {
            return ExchangeCaller(exchange: exchange)
        }
        try failures.admit(request.address, at: request.now)
        return nil
    }
}
