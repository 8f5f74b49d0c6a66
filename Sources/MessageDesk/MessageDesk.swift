import Messaging
import Modules
import Storage
import Web

/// What is sent, by which ways, and how far it came: the desk of those who look after it, the page of the person it is for,
/// and the interface of programs that send through this house.
public struct MessageDesk: Sendable {
    /// What it is told by an installation.
    public struct Settings: Sendable {
        /// The ways out of the house and their carriers.
        let lines: [OutwardChannel: CarrierLine]
        /// The secrets by which carriers sign their receipts, by the carrier's name.
        let secrets: [String: String]
        /// Where programs reach the site, without a slash at the end.
        let publicAddress: String

        /// What it is told.
        public init(
            lines: [OutwardChannel: CarrierLine], secrets: [String: String], publicAddress: String
        ) {
            (self.lines, self.secrets, self.publicAddress) = (lines, secrets, publicAddress)
        }
    }

    private let database: Database
    private let book: TemplateBook
    private let settings: Settings
    private let authenticator: BearerDoor<ProgramCaller>

    /// The desk of an installation.
    public init(database: Database, book: TemplateBook, settings: Settings) {
        (self.database, self.book, self.settings) = (database, book, settings)
        authenticator = BearerDoor(database)
    }

    /// Whether a request is for the interface of programs, where a session is nothing.
    public func isSpoken(in request: WebRequest) -> Bool { request.path.hasPrefix("/v2/") }

    /// The program that sends a request, or `nil`.
    ///
    /// - Throws: `StorageError`; `DomainError.tooMany` for an address that tries one key after the other.
    public func principal(of request: WebRequest) async throws -> (any Principal)? {
        try await authenticator.caller(of: request)
    }

    /// What every node reads again when somebody publishes a template.
    public func follow(_ topic: String?) async throws {
        if topic == nil || topic == TemplateBook.topic { try await book.reload(from: database) }
    }

    /// What it contributes.
    public var module: Module {
        Module(
            name: "message-desk",
            routes: DeliveryPages(database: database, lines: settings.lines).routes
                + TemplatePages(database: database, book: book).routes
                + ProgramPages(database: database).routes
                + MyMessagePages(database: database, channels: Set(settings.lines.keys)).routes
                + NotificationRoutes(
                    database: database, channels: Set(settings.lines.keys), root: settings.publicAddress
                ).routes
                + ProgramTemplateRoutes(database: database, root: settings.publicAddress).routes
                + ReceiptRoutes(database: database, secrets: settings.secrets).routes)
    }
}
