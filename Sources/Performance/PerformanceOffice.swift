import Files
import Government
import Identity
import Journal
import Messaging
import Refusals
import Storage
import Web
import WorkingTime

/// What all pages of performance need: the period that was asked for, and what a viewer may see of it.
struct PerformanceOffice: Sendable {
    let database: Database
    /// What proves reports and appeals.
    let files: FileStore
    let outbox: Outbox

    static let noPeriod: Sentence = "没有这一期。"
    static let noOrgan: Sentence = "没有这个部门的绩效。"
    static let noIndicator: Sentence = "没有这项指标。"

    /// The organs one may see on a day; nil for all.
    func organs(_ officer: OfficerContext, on day: CivilDate) async throws -> Set<String>? {
        guard !officer.account.reachesDistrict(with: .readPerformance) else { return nil }
        let own = officer.account.organs(for: .readOwnPerformance)
        return try await database.read { try Self.withForebears(own, on: day, in: $0) }
    }

    /// These organs, and those that are gone for which they answer on a day: whoever took up what an organ did stands for its
    /// score, as nobody else is left to look at it and to appeal.
    static func withForebears(_ organs: Set<String>, on day: CivilDate, in tx: Transaction) throws
        -> Set<String>
    {
        guard !organs.isEmpty else { return [] }
        let passages = OrganLineage(try Directory.everyOrgan(in: tx)).passages(on: day)
        return organs.union(passages.filter { organs.contains($0.heir.key) }.map { $0.gone.key })
    }

    /// Whether one may see how each person of an organ does: of one that is gone only who sees all organs.
    static func seesPersons(_ officer: OfficerContext, of organ: String) -> Bool {
        officer.account.reachesDistrict(with: .readPerformance)
            || officer.account.organs(for: .readPersonPerformance).contains(organ)
    }

    /// The period in the address.
    /// - Throws: `notFound` for none, and for one that has not begun.
    static func period(_ request: WebRequest) throws -> Period {
        guard let period = Period(try request.parameter("period")), period.first <= request.now.day else {
            throw DomainError.notFound(noPeriod)
        }
        return period
    }

    /// The organ in the address, if the viewer may see it.
    func organ(_ request: WebRequest, _ officer: OfficerContext) async throws -> String {
        let organ = try request.parameter("organ")
        let seen = try await organs(officer, on: request.now.day)
        guard seen?.contains(organ) ?? true else { throw DomainError.notFound(Self.noOrgan) }
        return organ
    }

    func assessment(_ period: Period) async throws -> Assessment {
        let assessment = try await database.read { try Assessment(period, in: $0) }
        guard let assessment else { throw DomainError.conflict("还没有启用绩效指标。") }
        return assessment
    }

    /// What an organ and everybody in it did in a period, office by office, with what they are called.
    func everybody(of organ: String, in period: Period) async throws -> (FigureSums, [Int64: String]) {
        try await database.read { tx in
            let figures = try FigureStore.everybody(of: organ, in: period, tx)
            let accounts = figures.keys.map(\.accountID).filter { $0 > 0 }.sorted()
            return (figures, try FigureStore.names(of: accounts, in: tx))
        }
    }

    static func record(
        _ action: String, _ subject: String, _ sentence: Sentence, by actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws {
        try Journal.append(
            JournalEntry(at: now, actor: actor, action: action, subject: subject, sentence: sentence), in: tx)
    }
}
