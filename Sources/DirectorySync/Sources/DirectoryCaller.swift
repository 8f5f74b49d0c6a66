import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// A program that proved with its token that it speaks for a directory.
struct DirectoryCaller: ProgramPrincipal {
    let source: DirectorySource
    /// Under this id the journal and the limits know it.
    var accountID: Int64 { source.id }
    var displayName: String { source.name }

    func actor(_ request: WebRequest) -> Actor { source.actor(address: request.address) }
}

extension Policy where Caller == DirectoryCaller {
    /// A directory that two administrators let in, with a token that counts.
    static var directory: Policy<DirectoryCaller> {
        .program("directory", otherwise: "请以 Authorization: Bearer 带上目录来源的令牌。令牌可能已过期或停用。")
    }
}

extension BearerDoor where Caller == DirectoryCaller {
    /// The directories that report here.
    init(_ database: Database) {
        self.init { bearer, now in
            guard let token = SourceToken(bearer) else { return nil }
            let source = try await database.read { try SourceStore.find(token, in: $0) }
            return source.flatMap { $0.isOpen(at: now) ? DirectoryCaller(source: $0) : nil }
        }
    }
}
