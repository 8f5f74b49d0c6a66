import Foundation
import Testing

@Suite("The house is tidy")
struct TidyTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let sources = root.appending(path: "Sources")

    private static func swiftFiles() -> [URL] {
        let all = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
        return (all?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
    }

    @Test("no room is so long that nobody reads it to the end")
    func filesAreShort() throws {
        let long = try Self.swiftFiles().filter {
            try String(contentsOf: $0, encoding: .utf8).split(
                separator: "\n", omittingEmptySubsequences: false
            ).count > 200
        }
        #expect(long.map(\.lastPathComponent).isEmpty)
    }

    @Test(
        "nothing crashes on what a visitor sends",
        arguments: ["try!", "fatalError(", "as!", "preconditionFailure("])
    func nothingCrashes(_ word: String) throws {
        let found = try Self.swiftFiles().filter { file in
            try String(contentsOf: file, encoding: .utf8).split(separator: "\n").contains { line in
                !line.drop(while: \.isWhitespace).hasPrefix("//") && line.contains(word)
            }
        }
        #expect(found.map(\.lastPathComponent).isEmpty)
    }

    @Test("no feature imports another", arguments: ["Portal", "ServiceHall", "Operations"])
    func featuresAreApart(_ feature: String) throws {
        let others = ["Portal", "ServiceHall", "Operations", "App"].filter { $0 != feature }
        let imports = try Self.swiftFiles().filter { $0.path.contains("/Sources/\(feature)/") }.flatMap {
            file in
            try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
                .filter { line in others.contains { line.hasSuffix("import \($0)") } }
        }
        #expect(imports.isEmpty)
    }

    @Test("the migrations of a module are numbered without gaps and only add")
    func migrationsOnlyAdd() throws {
        for module in try FileManager.default.contentsOfDirectory(
            at: Self.sources, includingPropertiesForKeys: nil)
        {
            let folder = module.appending(path: "Resources/Migrations")
            guard let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
                continue
            }
            let numbers = files.compactMap { Int($0.prefix(4)) }.sorted()
            #expect(numbers == Array(1...max(1, files.count)), "\(module.lastPathComponent)")
            for file in files {
                let sql = try String(contentsOf: folder.appending(path: file), encoding: .utf8).uppercased()
                #expect(!sql.contains("DROP TABLE") && !sql.contains("AUTOINCREMENT"), "\(file)")
            }
        }
    }
}
