import Journal
import Messaging
import Refusals
import Storage
import Web
import WorkingTime

/// A program that proved itself with a key of its own.
struct ProgramCaller: ProgramPrincipal {
    let program: MessageProgram
    let isTest: Bool
    /// Under this id the journal and the limits know it.
    var accountID: Int64 { program.id }
    var displayName: String { program.name }

    func actor(_ request: WebRequest) -> Actor {
        Actor(
            accountID: program.id, name: "系统「\(program.name)」", roles: ["message-program"], channel: "api",
            address: request.address)
    }
}

extension Policy where Caller == ProgramCaller {
    /// A program that two administrators let in, with a key that counts.
    static var messageProgram: Policy<ProgramCaller> {
        .program(
            "message-program",
            otherwise: "请以 Authorization: Bearer 带上用密钥签发的 JWT（HS256，iss 是服务编号，iat 与现在相差不超过 30 秒）。")
    }
}

extension BearerDoor where Caller == ProgramCaller {
    /// The programs that send messages; their token is signed anew for each request.
    init(_ database: Database) {
        self.init { bearer, now in
            guard let token = ProgramToken(bearer) else { return nil }
            return try await database.read { tx in
                guard let program = try ProgramStore.open(token.issuer, in: tx) else { return nil }
                let key = try ProgramStore.keys(of: program.id, in: tx).first {
                    $0.revokedAt == nil && token.isSigned(with: $0.secret, at: now)
                }
                return key.map { ProgramCaller(program: program, isTest: $0.isTest) }
            }
        }
    }
}
