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

    /// The organs one may see; nil for all.
    static func organs(_ officer: OfficerContext) -> Set<String>? {
        officer.account.reachesDistrict(with: .readPerformance)
            ? nil : officer.account.organs(for: .readOwnPerformance)
    }

    /// Whether one may see how each person of an organ does.
    static func seesPersons(_ officer: OfficerContext, of organ: String) -> Bool {
        organs(officer) == nil || officer.account.organs(for: .readPersonPerformance).contains(organ)
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
    static func organ(_ request: WebRequest, _ officer: OfficerContext) throws -> String {
        let organ = try request.parameter("organ")
        guard organs(officer)?.contains(organ) ?? true else { throw DomainError.notFound(noOrgan) }
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
