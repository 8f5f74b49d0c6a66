import Government
import Refusals
import Storage
import WorkingTime

/// What others know of a site.
public struct OutsideFacts: Sendable {
    /// How many requests of each organ have waited longer than so many days, by its name.
    let waiting: @Sendable (_ days: Int, _ now: Instant) async throws -> [(organ: String, requests: Int)]
    /// What everybody finds with these words: addresses.
    let found: @Sendable (_ words: String) async throws -> [String]

    /// Those who know it.
    ///
    /// - Parameters:
    ///   - waiting: the requests that have waited longer than so many days, by organ.
    ///   - found: the addresses that the search finds.
    public init(
        waiting:
            @escaping @Sendable (_ days: Int, _ now: Instant) async throws -> [(organ: String, requests: Int)],
        found: @escaping @Sendable (_ words: String) async throws -> [String]
    ) {
        (self.waiting, self.found) = (waiting, found)
    }
}

/// Finds out what can be known of a site, and scores it.
struct Inspector: Sendable {
    let database: Database
    let book: InspectionBook
    /// Nil where nobody else knows anything: what they would know is then left to people.
    let outside: OutsideFacts?

    /// A site at this moment.
    func card(of site: ContentSite, at now: Instant) async throws -> ScoreCard {
        let (rules, version, own, findings, newest) = try await database.read { tx in
            let rules = try book.current(in: tx)
            return (
                rules, try book.version(in: tx), try Self.facts(of: site, rules, at: now, in: tx),
                try FindingStore.findings(of: site.id, in: Quarter(of: now.day), tx),
                try HealthStore.newest(of: site.id, in: tx)
            )
        }
        let others = try await others(site, rules, newest: newest, at: now)
        return Inspection(
            rules: rules, rulesVersion: version, facts: own.merging(others) { first, _ in first },
            findings: Dictionary(findings.map { ($0.code, $0) }) { newest, _ in newest },
            isPortal: site.isPortal,
            day: now.day
        ).card
    }

    /// What the tables of content say.
    static func facts(
        of site: ContentSite, _ rules: InspectionRules, at now: Instant, in tx: Transaction
    ) throws -> [Fact: Measurement] {
        let columns = try HealthStore.columns(of: site.id, warnDays: rules.warnDays, today: now.day, in: tx)
        func measured(_ isFound: (ColumnHealth) -> Bool) -> Measurement {
            Measurement(
                columns.filter(isFound).map {
                    Evidence(
                        words: "栏目「\($0.column.name)」：\($0.words)",
                        path: ContentPath.deskColumn(String($0.column.id)))
                })
        }
        return [
            .homeIdleDays: try home(of: site, at: now, in: tx),
            .staleTimelyColumns: measured { $0.isStaleForInspectors(rules) },
            .staleColumns: measured(\.isStale),
            .emptyColumns: measured { $0.state == .empty },
            .deadLinks: try FlawStore.measurement(of: .deadLink, in: site.id, tx),
            .wrongWords: try FlawStore.measurement(of: .wrongWord, in: site.id, tx),
            .lateCorrections: try CorrectionStore.late(in: site, rules, at: now, tx),
        ]
    }

    private static func home(of site: ContentSite, at now: Instant, in tx: Transaction) throws -> Measurement
    {
        guard let newest = try HealthStore.newest(of: site.id, in: tx) else {
            // What has never been begun is idle for ever.
            return Measurement(count: 3_660, evidence: [Evidence(words: "站点里还没有公开的内容", path: nil)])
        }
        let days = now.day.days(since: newest.liveAt.day)
        return Measurement(
            count: days,
            evidence: [
                Evidence(
                    words: "最近一次发布是\(newest.liveAt.day.written)的《\(newest.manuscript.title)》，\(days) 天以前",
                    path: newest.path)
            ])
    }

    private func others(
        _ site: ContentSite, _ rules: InspectionRules, newest: PublishedLine?, at now: Instant
    ) async throws -> [Fact: Measurement] {
        guard let outside else { return [:] }
        var facts: [Fact: Measurement] = [:]
        if let newest {
            let isFound = try await !outside.found(String(newest.manuscript.title.prefix(20))).isEmpty
            let miss = Evidence(words: "搜索《\(newest.manuscript.title)》没有结果", path: newest.path)
            facts[.searchFails] = Measurement(isFound ? [] : [miss])
        }
        // Requests are made to the district, whose face is the portal.
        facts[.slowReplies] = try await waiting(rules.slowReplyDays, site, outside, now)
        facts[.lateReplies] = try await waiting(rules.lateReplyDays, site, outside, now)
        return facts
    }

    private func waiting(
        _ days: Int, _ site: ContentSite, _ outside: OutsideFacts, _ now: Instant
    ) async throws -> Measurement {
        guard site.isPortal else { return Measurement([]) }
        let found = try await outside.waiting(days, now)
        return Measurement(
            count: found.reduce(0) { $0 + $1.requests },
            evidence: found.map {
                Evidence(words: "\($0.organ)：\($0.requests) 件依申请公开超过 \(days) 天没有答复", path: nil)
            })
    }
}
