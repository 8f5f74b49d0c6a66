import Foundation
import Testing

@testable import WorkingTime

/// The calendar the platform ships, so that its data is tested together with the arithmetic.
let calendar: WorkingCalendar = {
    let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    let file = repository.appending(path: "Sources/Government/Resources/calendar.json")
    do {
        return try WorkingCalendar(decoding: Data(contentsOf: file))
    } catch {
        Issue.record(error)
        return .weekendsOnly
    }
}()

/// A day written as ISO 8601.
// swift-format-ignore: NeverForceUnwrap
func day(_ iso: String) -> CivilDate { CivilDate(iso: iso)! }

/// A moment of China's clock, `2026-11-21 10:24`, at 09:00 when no time is written.
// swift-format-ignore: NeverForceUnwrap
func at(_ text: String) -> Instant {
    let parts = text.split(separator: " ")
    return Instant(rfc3339: "\(parts[0])T\(parts.count > 1 ? parts[1] : "09:00"):00+08:00")!
}

/// A limit as process files write it.
// swift-format-ignore: NeverForceUnwrap
func limit(_ text: String) -> TimeLimit { TimeLimit(text: text)! }
