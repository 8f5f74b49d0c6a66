import Codes
import Files
import Foundation
import Government
import Identity
import Journal
import Messaging
import Modules
import Refusals
import Storage
import WorkingTime

/// The matters of the district: files them, changes them, shows them.
///
/// Every change has one shape. The pure rule is a method of ``Matter``; this type locks the matter, lets the
/// rule work on it, and saves rows, tasks, clocks, messages and journal entries in one transaction.
public struct Cases: Sendable {
    let database: Database
    /// The processes cases run on.
    public let processes: ProcessLibrary
    /// The decision tables they ask.
    public let decisions: DecisionLibrary
    /// The templates their papers are written from.
    public let papers: PaperLibrary
    let clock: @Sendable () -> Instant
    let files: FileStore
    let numbers: CaseNumbers
    let outbox: Outbox
    /// What features write of their own when something happens to a case.
    let followers: [CaseFollower]
    let memory = MatterMemory()
    /// Who looked at what, written down together.
    let readings: GatheredWrite<Reading>
    /// Whose change of which matter is under way: its root.
    let turns = Turns<Int64>()

    /// - Parameters:
    ///   - division: the six digits every case number begins with (GB/T 2260).
    ///   - outbox: where applicants are told what happens to their matters.
    ///   - followers: what features write of their own, in the same transaction.
    ///   - clock: the time; injected, so that a test never waits.
    public init(
        database: Database, files: FileStore, processes: ProcessLibrary,
        decisions: DecisionLibrary = DecisionLibrary(), papers: PaperLibrary = PaperLibrary(),
        division: String,
        outbox: Outbox = Outbox(), followers: [CaseFollower] = [],
        clock: @escaping @Sendable () -> Instant
    ) {
        self.database = database
        self.files = files
        self.processes = processes
        self.decisions = decisions
        self.papers = papers
        self.clock = clock
        self.outbox = outbox
        self.followers = followers
        numbers = CaseNumbers(database: database, division: division)
        readings = GatheredWrite(to: database, Reading.write)
    }

    /// The time, as the rules see it.
    public var now: Instant { clock() }

    func visibleRoot(of number: String, for viewer: Viewer, in tx: Transaction) throws -> Int64 {
        try tx.ask(visible(number, to: viewer)).root
    }

    /// The root of the matter, and its revision, which tells of every change: a question, to be asked with others.
    func visible(_ number: String, to viewer: Viewer) -> Question<(root: Int64, revision: Int64)> {
        Question(
            """
            SELECT r.id, r.revision FROM service_case c JOIN service_case r ON r.id = coalesce(c.parent_id, c.id)
            WHERE c.number = \(number) AND \(viewer.maySeeCase)
            """
        ) { rows in
            guard let row = rows.first else { throw DomainError.notFound("没有找到这个办件，或者您无权查看。") }
            return (try row.id("id"), try row.id("revision"))
        }
    }

    func occasion(of actor: Actor, at now: Instant, by calendar: WorkingCalendar) -> Occasion {
        Occasion(
            actor: actor, now: now, calendar: calendar, decisions: decisions.inForce, papers: papers.inForce,
            newID: { [ids = database.ids] in ids.next() }, newCode: VerificationCode.new)
    }
}
