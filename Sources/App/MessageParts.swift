import Codes
import Desk
import Government
import Identity
import Jobs
import MessageDesk
import Messaging
import ServiceLifecycle
import Storage
import WorkingTime

/// Everything by which people are told something.
struct MessageParts: Sendable {
    let outbox: Outbox
    let desk: MessageDesk
    let handlers: [any JobHandler]
    private let lines: [OutwardChannel: CarrierLine]

    /// The columns that are kept sealed.
    static let sealedTables = [Deliveries.sealedTable, MailAddresses.sealedTable, ProgramStore.sealedTable]

    init(
        _ configuration: Configuration, database: Database, clock: @escaping @Sendable () -> Instant
    ) throws {
        let book = TemplateBook(try HouseTemplates.delivered())
        let lines = configuration.messages.lines(isDemo: configuration.isDemo, clock: clock)
        let contacts = Contacts(site: configuration.publicAddress, clock: clock)
        self.lines = lines
        outbox = Outbox(isForwarding: !lines.isEmpty, book: book)
        handlers =
            [MessageRouting(channels: Set(lines.keys), book: book, clock: clock)]
            + lines.map { DeliveryErrand($0, line: $1, contacts: contacts, clock: clock) }
        desk = MessageDesk(
            database: database, book: book,
            settings: .init(
                lines: lines, secrets: configuration.messages.secrets,
                publicAddress: configuration.publicAddress))
    }

    /// Ends the connections to all carriers.
    func close() async {
        for line in lines.values { await line.close() }
    }
}

extension Contacts {
    /// The telephones of registered persons, and links to their matters on this site.
    fileprivate init(site: String, clock: @escaping @Sendable () -> Instant) {
        self.init { accountID, tx in
            let account = try Accounts.account(accountID, on: clock().day, in: tx)
            let person = try account?.personID.flatMap { try Directory.person($0, in: tx) }
            return account.map { Person(name: person?.name ?? $0.displayName, number: person?.phone ?? "") }
        } link: { subject in
            let number = try? CaseNumber(subject)
            if ["/desk/", "/my/", "/rate/"].contains(where: subject.hasPrefix) { return site + subject }
            return site + (number.map { CasePath.progress($0.text) } ?? MessagePath.inbox)
        }
    }
}

/// Ends the connections to the carriers, once nothing is sent any more.
struct CarriersClosing: Service {
    let messages: MessageParts

    func run() async throws {
        try? await gracefulShutdown()
        await messages.close()
    }
}
