import Codes
import Storage
import WorkingTime

/// The one directory of the district: organs, divisions, persons, enterprises and working days.
///
/// An instance answers a page on its own; the static functions of the same names answer inside a
/// transaction that is already open, so that a change reads and writes in one.
public struct Directory: Sendable {
    private let database: Database

    /// A directory over an installation's database.
    public init(_ database: Database) {
        self.database = database
    }

    /// All organs that exist now, in the order of the district's list.
    /// - Throws: `StorageError` when the database cannot be read, as does every read here.
    public func organs() async throws -> [Organ] {
        try await database.read { try Directory.organs(in: $0) }
    }

    /// Every organ there is or ever was.
    public func everyOrgan() async throws -> [Organ] {
        try await database.read { try Directory.everyOrgan(in: $0) }
    }

    /// What a case begins with: the organs with these keys, the hall, and every one that is gone, for successors.
    public func organs(named keys: Set<String>) async throws -> [Organ] {
        try await database.read { try Directory.organs(named: keys, in: $0) }
    }

    /// Every organ there is or ever was, with the names it had.
    public func organNames() async throws -> OrganNameHistory {
        try await database.read { try Directory.organNames(in: $0) }
    }

    /// The organ with this key, also one that has vanished, or `nil`.
    public func organ(_ key: String) async throws -> Organ? {
        try await database.read { try Directory.organ(key, in: $0) }
    }

    /// Every office (科室) there is or ever was, by organ.
    public func everyOffice() async throws -> [OrganOffice] {
        try await database.read { try Directory.everyOffice(in: $0) }
    }

    /// The key of the street office that serves a street or a community, or `nil`.
    public func streetOrgan(forDivision code: DivisionCode) async throws -> String? {
        try await database.read { try Directory.streetOrgan(forDivision: code, in: $0) }
    }

    /// All divisions, the larger before those in them.
    public func divisions() async throws -> [Division] {
        try await database.read { try Directory.divisions(in: $0) }
    }

    /// The person with this id, or `nil`.
    public func person(_ id: Int64) async throws -> Person? {
        try await database.read { try Directory.person(id, in: $0) }
    }

    /// The entity with this credit code, or `nil`.
    public func entity(_ creditCode: CreditCode) async throws -> LegalEntity? {
        try await database.read { try Directory.entity(creditCode, in: $0) }
    }

    /// The calendar in force.
    /// - Throws: `DomainError.notFound` when none has been published yet.
    public func calendar() async throws -> WorkingCalendar {
        try await database.read { try Directory.calendar(in: $0) }
    }

    /// Publishes the next version of the calendar; see the function of the same name that takes a transaction.
    public func publishCalendar(
        _ calendar: WorkingCalendar, by account: Int64, at now: Instant
    ) async throws -> CalendarChange {
        try await database.write { transaction in
            try Directory.publishCalendar(calendar, by: account, at: now, in: transaction)
        }
    }
}
