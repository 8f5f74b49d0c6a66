import Journal
import Messaging
import Refusals
import Storage
import Web
import WorkingTime

/// A program that proved itself with a key of its own.
struct ProgramCaller: Principal {
    let program: MessageProgram
    let isTest: Bool
    /// Under this id the journal and the limits know it.
    var accountID: Int64 { program.id }
    var displayName: String { program.name }
    var isStaff: Bool { false }
    var unread: Int { 0 }

    func actor(_ request: WebRequest) -> Actor {
        Actor(
            accountID: program.id, name: "系统「\(program.name)」", roles: ["message-program"], channel: "api",
            address: request.address)
    }
}

extension Policy where Caller == ProgramCaller {
    /// A program that two administrators let in, with a key that counts.
    static var messageProgram: Policy<ProgramCaller> {
        Policy("message-program") { request in
            guard let caller = request.principal as? ProgramCaller else {
                throw DomainError.signInRequired(
                    "请以 Authorization: Bearer 带上用密钥签发的 JWT（HS256，iss 是服务编号，iat 与现在相差不超过 30 秒）。")
            }
            return caller
        }
    }
}

/// Finds out which program sends a request.
struct ProgramAuthenticator: Sendable {
    let database: Database
    /// Nobody guesses a UUID; but whoever tries need not occupy us.
    private let failures = RateLimit(burst: 20, perMinute: 10)

    init(database: Database) { self.database = database }

    /// - Throws: `tooMany` for an address that keeps trying keys that do not count.
    func caller(of request: WebRequest) async throws -> ProgramCaller? {
        guard let bearer = request.bearer else { return nil }
        let now = request.now
        if let token = ProgramToken(bearer) {
            let caller = try await database.read { tx -> ProgramCaller? in
                guard let program = try ProgramStore.open(token.issuer, in: tx) else { return nil }
                let key = try ProgramStore.keys(of: program.id, in: tx).first {
                    $0.revokedAt == nil && token.isSigned(with: $0.secret, at: now)
                }
                return key.map { ProgramCaller(program: program, isTest: $0.isTest) }
            }
            if let caller { return caller }
        }
        try failures.admit(request.address, at: now)
        return nil
    }
}
