/// The points of the offices of an organ, and their places within it where the model measures offices.
struct OfficeScores: Sendable {
    struct Row: Sendable {
        /// Organ and office; no office for what was done outside offices, which is no office and has no points.
        let owner: FigureOwner
        let figures: [Figure: Int]
        let score: Score
        let points: Int?
        let place: Int?
    }

    /// The best first, then those without points; what was done outside offices stands last.
    let rows: [Row]

    /// - Parameters:
    ///   - sums: the figures of its offices, see ``FigureSums/byOffice``.
    ///   - offices: the keys of those that stood in the period, whether or not anything was done there.
    init(_ model: PerformanceModel, _ sums: FigureSums, of organ: String, offices: [String] = []) {
        let indicators = model.read(.office)
        let standing = offices.map { FigureOwner(organ: organ, office: $0) }
        let owners = Set(sums.keys.filter { $0.organ == organ }).union(standing)
        let scores = owners.reduce(into: [FigureOwner: Score]()) {
            $0[$1] = Score($1.office.isEmpty ? [] : indicators, sums[$1] ?? [:])
        }
        let ranked = Ranking(scores.compactMapValues(\.hundredths)).rows
        let places = ranked.reduce(into: [FigureOwner: Int]()) { $0[$1.owner] = $1.place }
        let rest = owners.filter { places[$0] == nil }
            .sorted { ($0.office.isEmpty ? 1 : 0, $0.office) < ($1.office.isEmpty ? 1 : 0, $1.office) }
        rows = (ranked.map(\.owner) + rest).map { owner in
            let score = scores[owner] ?? Score([], [:])
            return Row(
                owner: owner, figures: sums[owner] ?? [:], score: score, points: score.hundredths,
                place: places[owner])
        }
    }

    /// How many of them have a place.
    var ranked: Int { rows.count { $0.place != nil } }

    /// Those of all organs.
    static func all(_ model: PerformanceModel, _ sums: FigureSums) -> [OfficeScores] {
        Set(sums.keys.map(\.organ)).sorted().map { OfficeScores(model, sums, of: $0) }
    }
}
