import Foundation
import Testing
import WorkingTime

@testable import Files

@Suite("What a crash left of an upload on its way in")
struct AbandonedTests {
    @Test("goes when it is old, and stays while it may still be on its way")
    func abandoned() async throws {
        try await withFileStore { store, _, root in
            for (name, seconds) in [("old", -1.0), ("young", 1.0)] {
                let file = root.appending(path: "incoming/\(name)")
                try Data("%PDF".utf8).write(to: file)
                let changed = Date(timeIntervalSince1970: Double(now.milliseconds) / 1_000 + seconds)
                try FileManager.default.setAttributes([.modificationDate: changed], ofItemAtPath: file.path)
            }
            try store.removeAbandoned(before: now)
            let rest = try FileManager.default.contentsOfDirectory(atPath: root.path + "/incoming")
            #expect(rest == ["young"])
        }
    }
}
