import BusinessProcess
import Cases
import Foundation
import Services
import Synchronization
import Testing
import WorkingTime

@testable import Government

/// What every story rests on, read once from what the platform delivers.
enum Samples {
    /// The working days of 2025 and 2026.
    static let calendar = delivered(.weekendsOnly) {
        try WorkingCalendar(decoding: Resource.data("calendar.json"))
    }

    /// The delivered processes, and the committee's, each in its first version.
    static let definitions: [ProcessKey: ProcessDefinition] = delivered([:]) {
        try (ItemFiles.processFiles() + [Committee.process]).reduce(into: [:]) { definitions, file in
            let definition = try ProcessDefinition.parse(file)
            definitions[ProcessKey(id: definition.id, version: 1)] = definition
        }
    }

    private static func delivered<Thing>(_ fallback: Thing, _ read: () throws -> Thing) -> Thing {
        do { return try read() } catch {
            Issue.record(error)
            return fallback
        }
    }
}

/// A moment of China's clock, `2026-11-21 10:24`, at 09:00 when no time is written.
// swift-format-ignore: NeverForceUnwrap
func at(_ text: String) -> Instant {
    let parts = text.split(separator: " ")
    return Instant(rfc3339: "\(parts[0])T\(parts.count > 1 ? parts[1] : "09:00"):00+08:00")!
}

/// A day written as ISO 8601.
// swift-format-ignore: NeverForceUnwrap
func day(_ iso: String) -> CivilDate { CivilDate(iso: iso)! }

/// Numbers that never repeat, for ids and codes.
final class Counter: Sendable {
    private let last = Mutex<Int64>(0)

    func next() -> Int64 {
        last.withLock { last in
            last += 1
            return last
        }
    }
}
