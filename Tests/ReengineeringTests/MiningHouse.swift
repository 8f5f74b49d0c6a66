import Cases
import Files
import Foundation
import Government
import Identity
import Jobs
import Journal
import Licences
import Messaging
import Modules
import Storage
import TestSupport
import WorkingTime

/// A house with cases whose steps a test writes by hand.
struct MiningHouse {
    static let noon = Instant(milliseconds: 1_790_000_000_000)

    let database: Database
    let processes = ProcessLibrary()

    init() async throws {
        database = try await TestDatabase.make()
        let folder = FileManager.default.temporaryDirectory.appending(path: "mining-\(UUID().uuidString)")
        let files = try FileStore(root: folder, database: database)
        let cases = Cases(
            database: database, files: files, processes: processes, division: "441202",
            clock: { Self.noon })
        let identity = try Identity(
            database: database, settings: IdentitySettings(isDemo: true, isHTTPS: false))
        let licences = Licences(
            database: database, cases: cases, directory: Directory(database),
            signers: try LicenceSigners(TestDatabase.keys.get(), atMilliseconds: 1), outbox: Outbox())
        let modules = [
            try .storage(database), try .journal(), try Jobs.tables(), try .government(),
            try identity.module(), try .files(files), try .messaging(), try cases.module(),
            try licences.module(),
        ]
        try await database.migrate(modules.migrations)
    }

    /// A case that was over two hours after it came in.
    static func file(
        _ id: Int64, service: String = "S", filed: Instant = noon, version: Int = 1, parent: Int64? = nil,
        account: Int64? = nil, plan: String = #"{"process":"sketch","materials":[]}"#, in tx: Transaction
    ) throws {
        try tx.execute(
            """
            INSERT INTO service_case (id, number, parent_id, position, subject_code, subject_name, organ,
                applicant_kind, applicant_name, applicant_code, applicant_account, filed_by, filed_at, phase,
                process_version, query_code, plan, applicant, filing, parts, form, body, revision, kind, closed_at)
            VALUES (\(id), \("N\(id)"), \(parent), 0, \(service), '食品经营许可', 'scjg', 'person', '张伟', '441299',
                \(account), 1, \(filed), 'closed', \(version), 'x', \(plan), '{}', '{}', '{}', '{}', '{}', 0,
                'application', \(filed.adding(seconds: 7_200)))
            """)
    }

    /// A step that came up and was done some minutes after noon.
    static func work(
        _ id: Int64, on subject: Int64, _ element: String, organ: String = "scjg", activity: Int? = 1,
        from: Int = 0, until: Int = 1, in tx: Transaction
    ) throws {
        try tx.execute(
            """
            INSERT INTO case_task (id, case_id, activity, element, name, act, organ, role, outcomes, opened_at,
                state, outcome, missing, completed_by, completed_by_name, completed_at)
            VALUES (\(id), \(subject), \(activity), \(element), \(element), 'review', \(organ), 'officer', '[]',
                \(noon.adding(seconds: from * 60)), 'completed', 'pass', '[]', 4242, '李敏',
                \(noon.adding(seconds: until * 60)))
            """)
    }

    static func handIn(
        _ requirement: String, file: Int64, with subject: Int64, at moment: Instant = noon, in tx: Transaction
    ) throws {
        try tx.execute(
            """
            INSERT INTO case_material (case_id, requirement, file_id, name, filed_at)
            VALUES (\(subject), \(requirement), \(file), '制度.pdf', \(moment))
            """)
    }
}
