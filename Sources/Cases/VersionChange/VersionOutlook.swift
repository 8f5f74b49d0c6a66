import BusinessProcess
import DecisionModel
import Identity
import Refusals
import Storage

/// What a change of version would do to one running case: whom it concerns, where it stands, and what stands against it.
public struct VersionOutlook: Sendable, Hashable {
    /// The number of the case.
    public let number: String
    /// The item.
    public let name: String
    /// The organ in charge.
    public let organ: String
    /// The names of the steps that are open now.
    public let now: [String]
    /// The names of the steps that would be open afterwards; empty where something stands against it.
    public let then: [String]
    /// Everything that stands against it.
    public let obstacles: [Sentence]

    /// Whether it can go on by the other version.
    public var isPossible: Bool { obstacles.isEmpty }
}

extension Cases {
    /// How many running cases one look takes in.
    static let outlookSize = 20

    /// What a change of version would do, case by case.
    ///
    /// - Parameters:
    ///   - codes: the services that run on the process.
    ///   - after: where the last page ended.
    /// - Throws: `malformed` for a cursor that was cut; `StorageError`.
    public func outlooks(_ change: VersionChange, services codes: [String], after: String?) async throws
        -> Slice<VersionOutlook>
    {
        try await database.read { tx in
            let last = try after.map { try Cursor($0).id } ?? 0
            let running = try RunningCase.page(
                change, services: codes, after: last, limit: Self.outlookSize + 1, in: tx)
            let page = Slice(fetched: running, size: Self.outlookSize) { Cursor(key: "", id: $0.id) }
            let surroundings = try FEELSurroundings.inForce(at: clock(), in: tx)
            return try page.map { try outlook($0, change, surroundings, in: tx) }
        }
    }

    private func outlook(
        _ running: RunningCase, _ change: VersionChange, _ surroundings: FEELSurroundings, in tx: Transaction
    ) throws -> VersionOutlook {
        let matter = Matter(
            cases: try CaseReading.family(ofRoot: running.root, in: tx), definitions: processes.all)
        let position = try matter.index(of: running.number)
        let subject = matter.cases[position]
        let migration = try matter.outlook(change, of: position, surroundings)
        let then = migration.flatMap { $0.obstacles.isEmpty ? $0.instance.active : nil } ?? []
        return VersionOutlook(
            number: running.number, name: subject.plan.name, organ: subject.plan.organName,
            now: subject.openTasks.filter { $0.activity != nil }.map(\.name),
            then: then.map { matter.definitions[change.new]?.elements[$0.element]?.title ?? $0.element },
            obstacles: migration?.obstacles.map(\.sentence) ?? [])
    }
}

/// A case that runs on a version.
struct RunningCase: Sendable, Hashable {
    let id: Int64
    let number: String
    let root: Int64

    /// The next ones by id, of all services together.
    static func page(
        _ change: VersionChange, services codes: [String], after last: Int64, limit: Int, in tx: Transaction
    ) throws -> [RunningCase] {
        let found = try codes.flatMap { code in
            try tx.rows(
                """
                SELECT id, number, coalesce(parent_id, id) AS root_id FROM service_case
                WHERE subject_code = \(code) AND process_version = \(change.from) AND closed_at IS NULL
                    AND id > \(last)
                ORDER BY id LIMIT \(limit)
                """
            ).map {
                RunningCase(id: try $0.id("id"), number: try $0.text("number"), root: try $0.id("root_id"))
            }
        }
        return Array(found.sorted { $0.id < $1.id }.prefix(limit))
    }
}
