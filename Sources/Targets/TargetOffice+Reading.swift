import Government
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// The targets that are asked for: of which organ, and who answers for them now.
struct TargetPlace: Sendable, Hashable {
    let year: Int
    let organ: String
    let holder: String

    var path: String { TargetPath.plan(String(year), organ) }
}

/// What an organ has agreed to and reached, as pages and programs read it.
struct TargetStanding: Sendable {
    let versions: [TargetPlan]
    let reports: [MilestoneReport]
    let amounts: [String: Int]
    /// What supervision has noticed, by milestone.
    let signals: [String: [TargetOutside.Signal]]

    var newest: TargetPlan? { versions.first }
    var agreed: TargetPlan? { versions.first { $0.state == .agreed } }
    /// What counts: the version that both sides agreed on, or the one that is on its way there.
    var shown: TargetPlan? { agreed ?? newest }
    var reached: Set<Int64> { reports.reached }
    /// In percent; nil where nothing is agreed or can be measured.
    var achievement: Int? { agreed?.achievement(amounts, reached: reached) }
}

extension TargetOffice {
    /// The year and the organ in the address, for its organ, whoever took up what it did, and those who see all.
    func held(_ request: WebRequest, _ officer: OfficerContext) async throws -> TargetPlace {
        let organ = try request.parameter("organ")
        guard let year = Int(try request.parameter("year")), (2020...2100).contains(year) else {
            throw DomainError.notFound(Self.unknown)
        }
        let holder = try await database.read { try TargetStore.heir(year, organ, in: $0) } ?? organ
        guard Self.organs(officer)?.isDisjoint(with: [organ, holder]) != true else {
            throw DomainError.notFound(Self.unknown)
        }
        return TargetPlace(year: year, organ: organ, holder: holder)
    }

    /// - Throws: `notFound` where nobody has begun.
    func standing(_ place: TargetPlace) async throws -> TargetStanding {
        let found = try await database.read { try standing(place.year, place.organ, in: $0) }
        guard !found.versions.isEmpty else { throw DomainError.notFound(Self.unknown) }
        return found
    }

    /// The organs of a year whose targets an officer may see, by their keys.
    func standings(in year: Int, for officer: OfficerContext, after cursor: String?) async throws -> Slice<
        TargetStanding
    > {
        let organs = Self.organs(officer)
        return try await database.read { tx in
            try TargetStore.plans(in: year, of: organs, after: cursor, in: tx).map {
                try standing(year, $0.organ, in: tx)
            }
        }
    }

    private func standing(_ year: Int, _ organ: String, in tx: Transaction) throws -> TargetStanding {
        let versions = try TargetStore.versions(year, organ, in: tx)
        let shown = versions.first { $0.state == .agreed }
        let keys = (shown?.targets ?? []).flatMap(\.milestones).map { String($0.key) }
        return TargetStanding(
            versions: versions, reports: try TargetStore.reports(year, organ, in: tx),
            amounts: try outside.amounts(organ, year, tx), signals: try outside.signals(keys, tx))
    }
}
