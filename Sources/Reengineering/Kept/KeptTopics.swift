import ProcessMining
import Storage
import WorkingTime

/// The SQL of what is kept about the topics, beside ``KeptAnalyses``.
enum KeptTopics {
    /// What is kept in another form, by an older or a newer program, is not read; it is computed anew.
    static let form = 1

    /// What is kept about one topic of all organs together, or of the one of the scope; nil when it was never computed.
    static func find(
        _ scope: AnalysisScope, _ topic: AnalysisTopic, in tx: Transaction
    ) throws -> (TopicStatistics, Instant)? {
        let organs = [OrganStatistics.all, scope.organ ?? OrganStatistics.all]
        let rows = try tx.rows(
            """
            SELECT organ, topic, cases, body, computed_at FROM process_topic
            WHERE service = \(scope.service) AND year = \(scope.year) AND organ IN \(list: organs)
                AND topic = \(topic.rawValue) AND form = \(form) ORDER BY organ
            """)
        guard let first = rows.first else { return nil }
        var statistics = TopicStatistics()
        // An organ without a case has no row of its own.
        if let row = try rows.first(where: { try $0.text("organ") == scope.organ ?? OrganStatistics.all }) {
            try statistics.read(row)
        }
        return (statistics, try first.instant("computed_at"))
    }

    /// How far the computation has come.
    static func underWay(_ scope: AnalysisScope, in tx: Transaction) throws -> [String: TopicStatistics] {
        let rows = try tx.rows(
            """
            SELECT organ, topic, cases, body FROM process_topic_part
            WHERE service = \(scope.service) AND year = \(scope.year) ORDER BY organ, topic LIMIT 10000
            """)
        return try rows.reduce(into: [:]) { topics, row in
            try topics[try row.text("organ"), default: TopicStatistics()].read(row)
        }
    }

    /// Keeps how far it has come.
    static func keep(_ topics: [String: TopicStatistics], of scope: AnalysisScope, in tx: Transaction) throws
    {
        for (organ, statistics) in topics.sorted(by: { $0.key < $1.key }) {
            for topic in AnalysisTopic.allCases {
                guard let body = try statistics.body(of: topic) else { continue }
                try tx.send(
                    """
                    INSERT INTO process_topic_part (service, year, organ, topic, cases, body)
                    VALUES (\(scope.service), \(scope.year), \(organ), \(topic.rawValue), \(statistics.cases),
                        \(body))
                    ON CONFLICT (service, year, organ, topic)
                    DO UPDATE SET cases = excluded.cases, body = excluded.body
                    """)
            }
        }
    }

    /// Begins with nothing.
    static func begin(_ scope: AnalysisScope, in tx: Transaction) throws {
        try tx.execute(
            "DELETE FROM process_topic_part WHERE service = \(scope.service) AND year = \(scope.year)")
    }

    /// From now on this is shown.
    static func finish(_ scope: AnalysisScope, at now: Instant, in tx: Transaction) throws {
        try tx.execute(
            "DELETE FROM process_topic WHERE service = \(scope.service) AND year = \(scope.year)")
        try tx.execute(
            """
            INSERT INTO process_topic (service, year, organ, topic, form, cases, body, computed_at)
            SELECT service, year, organ, topic, CAST(\(form) AS BIGINT), cases, body, CAST(\(now) AS BIGINT)
            FROM process_topic_part WHERE service = \(scope.service) AND year = \(scope.year)
            """)
        try begin(scope, in: tx)
    }
}

extension TopicStatistics {
    /// What is kept of a topic; the overview has a table of its own.
    fileprivate func body(of topic: AnalysisTopic) throws -> String? {
        switch topic {
        case .overview: nil
        case .waiting: try encodeJSON(waiting)
        case .parallel: try encodeJSON(parallel)
        case .materials: try encodeJSON(materials)
        case .map: try encodeJSON(map)
        case .conformance: try encodeJSON(conformance)
        }
    }

    /// Takes in what is kept of one topic.
    fileprivate mutating func read(_ row: Row) throws {
        cases = try row.int("cases")
        switch AnalysisTopic(rawValue: try row.text("topic")) {
        case .waiting?: waiting = try row.json("body")
        case .parallel?: parallel = try row.json("body")
        case .materials?: materials = try row.json("body")
        case .map?: map = try row.json("body")
        case .conformance?: conformance = try row.json("body")
        case .overview?, nil: break
        }
    }
}
