import Cases
import Files
import WorkingTime

extension UploadedForm {
    /// So many files one report of an organ may carry.
    static let mostFeedbackFiles = 5

    /// What proves a report, as it stands in the case.
    func materials(filedAt now: Instant) -> [FiledMaterial] {
        files.map { FiledMaterial(requirement: "evidence", fileID: $0.id, name: $0.name, filedAt: now) }
    }
}
