import Storage

/// How organs did in a period, for those who write about it, with what appeals have put right.
public struct AssessedPeriod: Sendable {
    /// One organ.
    public struct Organ: Sendable {
        /// Its key.
        public let key: String
        /// Its name, as of the freezing or now.
        public let name: String
        /// Hundredths of a point; nil where nothing could be measured.
        public let points: Int?
        /// Its figures by their names: `filed`, `promised_kept` …; without those that are not for everybody.
        public let figures: [String: Int]
        /// What has to be said of one that merged; mostly empty.
        public let remark: String
    }

    /// Whether the period is frozen.
    public let isFrozen: Bool
    /// Every organ of which anything was counted.
    public let organs: [Organ]

    /// What they did together.
    public var totals: [String: Int] {
        organs.reduce(into: [:]) { $0.merge($1.figures, uniquingKeysWith: +) }
    }
}

extension Performance {
    /// How organs did in a period, by its name `2026-10`, `2026-Q3` or `2026`.
    ///
    /// - Returns: nil for what is no period, and while no model is in force.
    /// - Throws: `StorageError`.
    public static func assessed(_ period: String, in tx: Transaction) throws -> AssessedPeriod? {
        guard let period = Period(period), let assessment = try Assessment(period, in: tx) else { return nil }
        let points = assessment.correctedRanking.rows.reduce(into: [String: Int]()) {
            $0[$1.owner.organ] = $1.points
        }
        let organs = assessment.correctedInputs.figures.filter { $0.key.post.isEmpty }.map { owner, figures in
            AssessedPeriod.Organ(
                key: owner.organ, name: assessment.name(owner.organ), points: points[owner.organ],
                figures: figures.reduce(into: [:]) {
                    if !$1.key.isConfidential { $0[$1.key.rawValue] = $1.value }
                },
                remark: AssessedOrgan.remark(owner.organ, assessment))
        }
        return AssessedPeriod(isFrozen: assessment.isFrozen, organs: organs)
    }

    /// What all organs did together in months that were counted, by month (`2026-10`) and figure; without those
    /// that are not for everybody. What appeals have put right in a month is in it, as it is in the organs.
    ///
    /// - Throws: `StorageError`.
    public static func totals(ofMonths months: [String], in tx: Transaction) throws -> [String: [String: Int]]
    {
        let counted = try tx.rows("SELECT month FROM performance_month WHERE month IN \(list: months)")
        let sums = try tx.rows(
            """
            SELECT month, figure, CAST(sum(amount) AS BIGINT) AS amount FROM performance_figure
            WHERE month IN \(list: months) AND post = '' AND organ IN (SELECT key FROM organ)
            GROUP BY month, figure LIMIT 5000
            """)
        let corrections = try tx.rows(
            """
            SELECT period AS month, figure, CAST(sum(amount_after - coalesce(amount_before, 0)) AS BIGINT) AS amount
            FROM performance_correction
            WHERE period IN \(list: months) AND figure <> \(Indicator.reportedName)
                AND organ IN (SELECT key FROM organ)
            GROUP BY period, figure LIMIT 5000
            """)
        let none = try counted.reduce(into: [String: [String: Int]]()) { try $0[$1.text("month")] = [:] }
        return try (sums + corrections).reduce(into: none) { totals, row in
            let figure = try row.text("figure")
            guard Figure(rawValue: figure)?.isConfidential != true else { return }
            totals[try row.text("month"), default: [:]][figure, default: 0] += try row.int("amount")
        }
    }

    /// The newest month that is frozen: its name `2026-10`, and in words; nil before any was.
    ///
    /// - Throws: `StorageError`.
    public static func newestFrozenMonth(in tx: Transaction) throws -> (text: String, words: String)? {
        try PeriodStore.frozenMonths(limit: 1, in: tx).first.map { ($0.text, $0.chinese) }
    }
}
