import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// A scanner program that proved itself with its window's token.
struct ScannerCaller: ProgramPrincipal {
    let scanner: WindowScanner
    /// Under this id the journal and the limits know it.
    var accountID: Int64 { scanner.id }
    var displayName: String { scanner.name }

    func actor(_ request: WebRequest) -> Actor {
        Actor(
            accountID: scanner.id, name: "扫描设备「\(scanner.name)」", roles: ["scanner"], channel: "api",
            address: request.address)
    }
}

extension Policy where Caller == ScannerCaller {
    /// A scanner of a window, with a token that counts.
    static var scanner: Policy<ScannerCaller> {
        .program("scanner", otherwise: "请以 Authorization: Bearer 带上窗口的令牌。令牌可能已经停用。")
    }
}

extension BearerDoor where Caller == ScannerCaller {
    /// The scanners of all windows.
    init(_ database: Database) {
        self.init(at: HallPath.scans) { bearer, _ in
            guard let token = ScannerToken(bearer) else { return nil }
            return try await database.read { try ScannerStore.find(token, in: $0) }.map(ScannerCaller.init)
        }
    }
}
