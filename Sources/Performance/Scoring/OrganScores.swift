import Foundation
import Government
import Storage
import WorkingTime

/// A period as it stands: frozen with what it was computed with, or running with what is in force.
struct Assessment: Sendable {
    let period: Period
    let version: ModelVersion
    let model: PerformanceModel
    let record: PeriodRecord?
    /// Every organ there is or was, as of the freezing or now.
    let organs: [AssessedOrgan]
    let figures: FigureSums
    /// What organs reported and others accepted.
    let reported: ReportedAmounts
    let countedAt: Instant?

    /// nil while no model is in force.
    init?(_ period: Period, in tx: Transaction) throws {
        let (record, versions) = (try PeriodStore.record(period, in: tx), try ModelStore.versions(in: tx))
        let chosen = record?.modelID.flatMap { id in versions.first { $0.id == id } }
        guard let version = chosen ?? ModelVersion.inForce(for: period, of: versions) else { return nil }
        (self.period, self.version, self.record) = (period, version, record)
        model = try version.model()
        organs =
            if let record, record.isFrozen { record.organs } else {
                try Directory.everyOrgan(in: tx).map(AssessedOrgan.init)
            }
        figures = try FigureStore.organs(in: period, tx)
        reported = try ReportStore.amounts(in: period, isFrozen: record?.isFrozen ?? false, tx)
        countedAt = try FigureStore.countedAt(period, in: tx)
    }

    var isFrozen: Bool { record?.isFrozen ?? false }
    func name(_ organ: String) -> String { organs.first { $0.key == organ }?.name ?? organ }
    var ranking: Ranking { OrganScores.ranking(model, figures, reported) }

    func score(_ organ: String) -> Score { score(organ, by: model) }

    /// The same figures by another model.
    func score(_ organ: String, by model: PerformanceModel) -> Score {
        Score(
            model.read(.organ), figures[FigureOwner(organ: organ)] ?? [:], reported: reported[organ] ?? [:])
    }
}

/// The points of organs by a model.
enum OrganScores {
    /// Organs of which nothing could be measured are not ranked.
    static func ranking(
        _ model: PerformanceModel, _ figures: FigureSums, _ reported: ReportedAmounts = [:]
    ) -> Ranking {
        let indicators = model.read(.organ)
        let organs = Set(figures.keys.filter(\.post.isEmpty).map(\.organ)).union(reported.keys)
        let points = organs.reduce(into: [FigureOwner: Int]()) { points, organ in
            let owner = FigureOwner(organ: organ)
            points[owner] =
                Score(
                    indicators, figures[owner] ?? [:], reported: reported[organ] ?? [:]
                ).hundredths
        }
        return Ranking(points)
    }

}
