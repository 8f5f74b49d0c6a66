import Cases
import Files
import Government
import Hotline
import Messaging
import Performance
import ServiceRequests
import Storage
import Supervision
import SupervisionOrders
import WorkingTime

extension Installation {
    /// The sample district with a little past, as `--demo` shows it; may run again at any time.
    public func loadDemo() async throws {
        try await loadDistrict()
        // The past is told to a house that has no cases yet, and so it comes before everything else that files one.
        try await past(with: DemoClock()).live(until: cases.now.day)
        try await SupervisionOrders.seedDemo(into: database, cases: cases, directory: Directory(database))
        try await Supervision.seedDemo(into: database, at: cases.now)
        try await holdDemoOfficials()
        try await Performance.seedDemo(into: database, at: cases.now)
        try await seedBulletins()
        try await agreeDemoTargets()
        try await takeInLicences(at: cases.now)
        try await receiveOlderSystem(at: cases.now)
        try await draftItems(at: cases.now)
        try await liveContent(until: cases.now.day)
        try await ServiceRequests(
            cases: cases, directory: Directory(database), files: files, outbox: Outbox(), database: database
        ).seedDemo()
        try await hotline.seedDemo(at: cases.now)
    }
}
