import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// A telephone exchange that proved itself with its token.
struct ExchangeCaller: ProgramPrincipal {
    let exchange: Exchange
    /// Under this id the journal and the limits know it.
    var accountID: Int64 { exchange.id }
    var displayName: String { exchange.name }

    func actor(_ request: WebRequest) -> Actor {
        Actor(
            accountID: exchange.id, name: "电话系统「\(exchange.name)」", roles: ["exchange"], channel: "api",
            address: request.address)
    }
}

extension Policy where Caller == ExchangeCaller {
    /// A telephone exchange with a token that counts.
    static var exchange: Policy<ExchangeCaller> {
        .program("exchange", otherwise: "请以 Authorization: Bearer 带上电话系统的令牌。令牌可能已经停用。")
    }
}

extension BearerDoor where Caller == ExchangeCaller {
    /// The telephone exchanges of the hotline.
    init(_ database: Database) {
        self.init(at: HotlinePath.calls) { bearer, _ in
            guard let token = ExchangeToken(bearer) else { return nil }
            return try await database.read { try ExchangeStore.find(token, in: $0) }.map(ExchangeCaller.init)
        }
    }
}
