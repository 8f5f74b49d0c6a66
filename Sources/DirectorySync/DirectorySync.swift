import Government
import Modules
import Storage
import Web

/// Directories of staff keep accounts here in step with theirs, by SCIM 2.0 (RFC 7643 and 7644). They open and close
/// accounts; posts stay with the administrators.
public struct DirectorySync: Sendable {
    private let database: Database
    private let directory: Directory
    private let authenticator: BearerDoor<DirectoryCaller>
    /// The address under which SCIM is spoken.
    private let root: String

    /// The synchronisation of an installation.
    ///
    /// - Parameter publicAddress: where programs reach the site, without a slash at the end.
    public init(database: Database, directory: Directory, publicAddress: String) {
        (self.database, self.directory) = (database, directory)
        authenticator = BearerDoor(database)
        root = "\(publicAddress)\(ScimPaths.root)"
    }

    /// Whether a request is for this feature to say who sends it: a session or a token of the API is nothing here.
    public func isSpoken(in request: WebRequest) -> Bool { request.path.hasPrefix("/scim/") }

    /// The directory that sends a request, or `nil`.
    ///
    /// - Throws: `StorageError`; `DomainError.tooMany` for an address that tries one token after the other.
    public func principal(of request: WebRequest) async throws -> (any Principal)? {
        try await authenticator.caller(of: request)
    }

    /// What it contributes.
    ///
    /// - Throws: `StorageError` when its migrations are missing.
    public func module() throws -> Module {
        let door = ScimDoor()
        let resources = ResourceRoutes(
            door: door, users: UserResources(database: database, root: root),
            groups: GroupResources(database: database, root: root))
        return Module(
            name: "directory-sync", migrations: try Migration.all(in: .module, module: "directory-sync"),
            routes: SourcePages(sources: DirectorySources(database: database), directory: directory).routes
                + DiscoveryRoutes(door: door, root: root).routes + resources.routes)
    }
}
