import Foundation
import Testing

@Suite("The house is tidy")
struct TidyTests {
    @Test("no room is so long that nobody reads it to the end")
    func filesAreShort() throws {
        let long = try Checkout.files("swift").filter {
            try Checkout.text(of: $0).split(separator: "\n", omittingEmptySubsequences: false).count > 151
        }
        #expect(long.map(\.lastPathComponent).isEmpty)
    }

    @Test(
        "nothing crashes on what a visitor sends",
        arguments: ["try!", "fatalError(", "as!", "preconditionFailure("])
    func nothingCrashes(_ word: String) throws {
        let found = try Checkout.files("swift").filter { file in
            try Checkout.text(of: file).split(separator: "\n").contains { line in
                !line.drop(while: \.isWhitespace).hasPrefix("//") && line.contains(word)
            }
        }
        #expect(found.map(\.lastPathComponent).isEmpty)
    }

    static let features = [
        "Portal", "ServiceHall", "ItemLibrary", "Operations", "PaperDesk", "ProcessDesk", "Restructuring",
        "Rights", "PublicLog", "Audit", "Content", "DirectorySync", "Disclosure", "Languages", "OpenID",
        "SiteSearch", "SiteStatistics", "AdministrativeHall", "FormDesigner", "MessageDesk", "Ratings",
        "ProgressAnywhere", "AccessFigures", "Takeover", "JointServices", "AnnualInspection",
        "Surveys", "ServiceRequests", "Consultations", "Hearings", "Supervision", "SupervisionOrders",
        "Cockpit", "Forum", "Hotline", "ParticipationFigures", "Reengineering", "Performance",
        "Bulletins", "Oversight", "Accountability", "Targets",
    ]

    @Test("no feature imports another", arguments: features)
    func featuresAreApart(_ feature: String) throws {
        let others = (Self.features + ["App"]).filter { $0 != feature }
        let files = Checkout.files("swift", in: Checkout.sources.appending(path: feature))
        #expect(!files.isEmpty)
        let imports = try files.flatMap { file in
            try Checkout.text(of: file).split(separator: "\n")
                .filter { line in others.contains { line.hasSuffix("import \($0)") } }
        }
        #expect(imports.isEmpty)
    }

    @Test("no statement of the program claims a test's right to walk a whole table")
    func noWholeTables() throws {
        let files = try Checkout.files("swift").filter {
            try Checkout.text(of: $0).contains("/* all */")
        }
        #expect(files.isEmpty)
    }

    @Test("the migrations of a module are numbered without gaps and only add")
    func migrationsOnlyAdd() throws {
        for module in try FileManager.default.contentsOfDirectory(
            at: Checkout.sources, includingPropertiesForKeys: nil)
        {
            let folder = module.appending(path: "Resources/Migrations")
            guard let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
                continue
            }
            // `0002_x.postgres.sql` is `0002_x.sql` in PostgreSQL's words.
            let steps = files.filter { !$0.hasSuffix(".postgres.sql") }
            let numbers = steps.compactMap { Int($0.prefix(4)) }.sorted()
            #expect(numbers == Array(1...max(1, steps.count)), "\(module.lastPathComponent)")
            for file in files {
                let sql = try String(contentsOf: folder.appending(path: file), encoding: .utf8).uppercased()
                #expect(!sql.contains("DROP TABLE") && !sql.contains("AUTOINCREMENT"), "\(file)")
            }
        }
    }
}
