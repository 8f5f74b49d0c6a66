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
    /// Every office there is or was, as of the freezing or now.
    let offices: [AssessedOffice]
    /// What the points are computed with: of a frozen period as it was frozen.
    let inputs: ScoreInputs
    /// What appeals have put right since it was frozen, in that order.
    let corrections: [Correction]
    let countedAt: Instant?

    /// nil while no model is in force.
    init?(_ period: Period, in tx: Transaction) throws {
        let (record, versions) = (try PeriodStore.record(period, in: tx), try ModelStore.versions(in: tx))
        let chosen = record?.modelID.flatMap { id in versions.first { $0.id == id } }
        guard let version = chosen ?? ModelVersion.inForce(for: period, of: versions) else { return nil }
        (self.period, self.version, self.record) = (period, version, record)
        model = try version.model().counting(in: period.kind)
        organs =
            if let record, record.isFrozen { record.organs } else {
                try Directory.everyOrgan(in: tx).map(AssessedOrgan.init)
            }
        offices =
            if let record, record.isFrozen { record.offices } else {
                try Directory.everyOffice(in: tx).map { AssessedOffice($0, in: period) }
            }
        inputs = try Self.inputs(
            period, isFrozen: record?.isFrozen ?? false,
            inheriting: try CorrectionStore.inherited(by: period, record, in: tx), in: tx)
        corrections = try CorrectionStore.corrections(of: period, in: tx)
        countedAt = try FigureStore.countedAt(period, in: tx)
    }

    /// The sum of the months with what was put right in them, and what organs reported.
    static func inputs(
        _ period: Period, isFrozen: Bool, inheriting corrections: [Correction], in tx: Transaction
    ) throws -> ScoreInputs {
        var inputs = ScoreInputs(
            figures: try FigureStore.organs(in: period, tx),
            reported: try ReportStore.amounts(in: period, isFrozen: isFrozen, tx))
        inputs.inherit(corrections)
        return inputs
    }
}

/// What is read from it.
extension Assessment {
    var isFrozen: Bool { record?.isFrozen ?? false }
    var figures: FigureSums { inputs.figures }
    /// What organs reported and others accepted.
    var reported: ReportedAmounts { inputs.reported }
    func name(_ organ: String) -> String { organs.first { $0.key == organ }?.name ?? organ }
    var ranking: Ranking { OrganScores.ranking(model, inputs) }

    func score(_ organ: String) -> Score { score(organ, by: model) }

    /// The same figures by another model.
    func score(_ organ: String, by model: PerformanceModel) -> Score {
        inputs.score(organ, by: model.read(.organ))
    }

    /// With what appeals have put right, by the same model and the same rule.
    var correctedInputs: ScoreInputs { inputs.corrected(by: corrections) }
    var correctedRanking: Ranking { OrganScores.ranking(model, correctedInputs) }

    func correctedScore(_ organ: String) -> Score {
        correctedInputs.score(organ, by: model.read(.organ))
    }
}

/// The points of organs by a model.
enum OrganScores {
    /// Organs of which nothing could be measured are not ranked.
    static func ranking(_ model: PerformanceModel, _ inputs: ScoreInputs) -> Ranking {
        let indicators = model.read(.organ)
        let organs = Set(inputs.figures.keys.filter(\.post.isEmpty).map(\.organ)).union(inputs.reported.keys)
        let points = organs.reduce(into: [FigureOwner: Int]()) { points, organ in
            points[FigureOwner(organ: organ)] = inputs.score(organ, by: indicators).hundredths
        }
        return Ranking(points)
    }
}
