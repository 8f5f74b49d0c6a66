import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// A scanner program that proved itself with its window's token.
struct ScannerCaller: Principal {
    let scanner: WindowScanner
    /// Under this id the journal and the limits know it.
    var accountID: Int64 { scanner.id }
    var displayName: String { scanner.name }
    var isStaff: Bool { false }
    var unread: Int { 0 }

    func actor(_ request: WebRequest) -> Actor {
        Actor(
            accountID: scanner.id, name: "扫描设备「\(scanner.name)」", roles: ["scanner"], channel: "api",
            address: request.address)
    }
}

extension Policy where Caller == ScannerCaller {
    /// A scanner of a window, with a token that counts.
    static var scanner: Policy<ScannerCaller> {
        Policy("scanner") { request in
            guard let caller = request.principal as? ScannerCaller else {
                throw DomainError.signInRequired("请以 Authorization: Bearer 带上窗口的令牌。令牌可能已经停用。")
            }
            return caller
        }
    }
}

/// Finds out which scanner sends a request.
struct ScannerAuthenticator: Sendable {
    let database: Database
    /// Nobody guesses 32 random bytes; but whoever tries need not occupy us.
    private let failures = RateLimit(burst: 20, perMinute: 10)

    init(database: Database) { self.database = database }

    /// - Returns: nil when no scanner's token came along.
    /// - Throws: `tooMany` for an address that keeps trying tokens that do not count.
    func caller(of request: WebRequest) async throws -> ScannerCaller? {
        guard request.path == HallPath.scans, let token = request.bearer.flatMap({ ScannerToken($0) })
        else { return nil }
        if let scanner = try await database.read({ try ScannerStore.find(token, in: $0) }) {
            return ScannerCaller(scanner: scanner)
        }
        try failures.admit(request.address, at: request.now)
        return nil
    }
}
