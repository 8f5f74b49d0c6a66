import Codes
import Government
import Refusals
import Storage
import Synchronization
import WorkingTime

/// The item library: what is published, kept in the database by version and in memory for reading.
public final class ServiceLibrary: Sendable {
    let database: Database
    private let snapshot = Mutex(ServiceCatalogue([]))

    /// A library over an installation's database; `refresh()` fills it.
    public init(_ database: Database) {
        self.database = database
    }

    /// Everything that is published now.
    public var catalogue: ServiceCatalogue { snapshot.withLock { $0 } }

    /// The current version of the service with this code or slug.
    ///
    /// - Throws: `DomainError.notFound`.
    public func service(_ codeOrSlug: String) throws -> PublicService {
        guard let service = catalogue.service(codeOrSlug) else { throw Self.unknown(codeOrSlug) }
        return service
    }

    /// One version of a service, also one that is no longer current: the one a case was started with.
    ///
    /// - Throws: `DomainError.notFound`, or `StorageError` when the database cannot be read.
    public func service(_ code: String, version: Int) async throws -> PublicService {
        if let current = catalogue.service(code), current.version == version { return current }
        let found = try await database.read { transaction in
            try ServiceStore.version(version, ofCode: code, in: transaction)
                .map { try $0.offering(.init(in: transaction)) }
        }
        guard let found else { throw Self.unknown(code) }
        return found
    }

    /// Publishes the delivered items that are new or changed; may run again at any time.
    ///
    /// - Returns: how many versions were added.
    /// - Throws: `ItemFindings` when a file has mistakes, and then publishes nothing.
    @discardableResult
    public func seed(at now: Instant) async throws -> Int {
        try await publish(ItemFiles.items(), at: now, delivered: true)
    }

    /// Publishes items whose content is new or changed, all of them or none.
    ///
    /// - Returns: how many versions were added.
    /// - Throws: `ItemFindings` when an item has mistakes; `StorageError`.
    @discardableResult
    public func publish(_ items: [ServiceItem], at now: Instant) async throws -> Int {
        try await publish(items, at: now, delivered: false)
    }

    /// - Parameter delivered: they come with the program, which knows nothing of the district's restructurings: what was
    ///   published once does not come back.
    private func publish(_ items: [ServiceItem], at now: Instant, delivered: Bool) async throws -> Int {
        let lifeEvents = try Set(ItemFiles.lifeEvents().map(\.key))
        let processes = try ItemFiles.processes()
        let added = try await database.write { transaction in
            try transaction.exclude("services")
            let organs = try Directory.everyOrgan(in: transaction)
            let known = KnownNames(
                organs: Set(organs.map(\.key)), processes: processes, lifeEvents: lifeEvents)
            try ItemFindings.refuse(items, known: known)
            let codes = Dictionary(uniqueKeysWithValues: organs.map { ($0.key, $0.code.text) })
            let added = try items.reduce(0) { count, item in
                let code = item.code(organCode: codes[item.organ] ?? "")
                if delivered, try ServiceStore.isPast(item, code: code, organs, in: transaction) {
                    return count
                }
                return try count + (ServiceStore.publish(item, code: code, at: now, in: transaction) ? 1 : 0)
            }
            if added > 0 { try transaction.announce(Self.topic) }
            return added
        }
        try await refresh()
        return added
    }

    /// What is announced when something was published: every node then reads it again.
    public static let topic = "services"

    /// Reads again what is published.
    ///
    /// - Throws: `StorageError` when the database cannot be read.
    public func refresh() async throws {
        let services = try await database.read { transaction in
            let own = try DistrictNames(in: transaction)
            return try ServiceStore.current(in: transaction).map { $0.offering(own) }
        }
        snapshot.withLock { $0 = ServiceCatalogue(services) }
    }

    private static func unknown(_ code: String) -> DomainError {
        .notFound("没有编码为“\(code)”的事项，请从服务目录里选择。")
    }
}
