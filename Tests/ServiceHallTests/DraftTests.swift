import Files
import Government
import Identity
import Modules
import Services
import Storage
import Testing
import WorkingTime

@testable import ServiceHall

@Suite("草稿的保留")
struct DraftTests {
    @Test("还在草稿里的文件不会被当作无主文件清除，三十天不动的草稿会")
    func tidying() async throws {
        let hall = try await TestHall.open()
        let start = try Instant(day: CivilDate(year: 2026, month: 11, day: 1), hour: 9, minute: 0)
        let drafts = Drafts(database: hall.database)
        let draft = try await begin(drafts, hall, at: start)
        let file = try await hall.upload(owner: 2)
        try await hall.database.write { tx in
            try tx.execute("UPDATE file_object SET created_at = \(start) WHERE id = \(file)")
            try tx.execute(
                """
                INSERT INTO draft_material (draft_id, requirement, file_id, name, size)
                VALUES (\(draft), 'floor-plan', \(file), '图.pdf', 8)
                """)
        }
        let job = drafts.tidying(files: hall.files)
        let later = start.adding(seconds: 20 * 86_400)
        try await job.run(later)
        let removed = try await hall.files.removeOrphans(
            olderThan: later.adding(seconds: -2 * 86_400), at: later)
        #expect(removed == 0)
        try await job.run(start.adding(seconds: 31 * 86_400))
        #expect(try await drafts.open(of: hall.account("chenjing")).isEmpty)
    }

    private func begin(_ drafts: Drafts, _ hall: TestHall, at now: Instant) async throws -> Int64 {
        let account = try hall.account("chenjing")
        let service = try hall.library.service("kbcyd")
        let applicants = Applicants(directory: .init(hall.database), database: hall.database)
        let applicant = try await applicants.own(of: account, for: service.item)
        return try await drafts.begin(
            DraftStart(service: service, applicant: applicant, channel: "page", known: [:]),
            by: account.actor(channel: "page", address: ""), at: now)
    }
}
