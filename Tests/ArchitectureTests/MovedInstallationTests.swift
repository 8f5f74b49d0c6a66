import App
import Foundation
import Identity
import Testing

@testable import Cases
@testable import Storage

@Suite("An installation that was moved")
struct MovedInstallationTests {
    @Test("has every case, shows it to the same people, and finds it by its words again")
    func moved() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "moved-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (from, to) = (
            folder.appending(path: "from.sqlite").path, folder.appending(path: "to.sqlite").path
        )
        let source = try Database.sqlite(at: from)
        let script = try Checkout.text(
            of: Checkout.root.appending(path: "Tests/ArchitectureTests/Fixtures/landed-2026-11-23.sql"))
        try await source.write { try $0.run(script: script) }
        try source.close()

        let digests = try await Installation.move(from: "sqlite:\(from)", to: "sqlite:\(to)") { _, _ in }
        #expect(digests.first { $0.table == "service_case" }?.rowCount == 4)
        let installation = try await Installation.temporary(database: Database.sqlite(at: to))
        try await installation.cases.writePendingWords()
        var words = CaseFilter()
        words.text = "个体工商户"
        let officer = Viewer.officer(id: 1, organs: ["scjg"], roles: [.officer])
        #expect(try await installation.cases.list(words, for: officer, after: nil).items.count == 1)
        try installation.database.close()
    }
}
