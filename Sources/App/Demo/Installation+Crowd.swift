import Cases
import Files
import Government
import Identity
import Licences
import ServiceHall
import Services
import Storage

extension Installation {
    /// Adds synthetic cases to the sample district, with realistic ages, organs and states.
    ///
    /// - Parameter progress: hears how many cases have been added.
    public func loadCrowd(_ count: Int, progress: @escaping @Sendable (Int) -> Void) async throws {
        try await DemoCrowd(installation: self, progress: progress).gather(count)
    }

    /// The sample past under a clock of its own.
    func past(with clock: DemoClock, papers: SamplePapers = SamplePapers()) -> DemoPast {
        let directory = Directory(database)
        let past = Cases(
            database: database, files: files, processes: cases.processes, division: Self.division,
            followers: [LicenceFollowing.follower(signers: licences.signers)], clock: { clock.now })
        return DemoPast(
            filings: Filings(
                library: library, directory: directory, cases: past, files: files, database: database),
            samples: DemoFilings(
                library: library, applicants: Applicants(directory: directory, database: database),
                files: files, clock: clock, papers: papers),
            cases: past, clock: clock, database: database)
    }
}
