import Cases
import Dispatch
import Typesetting
import WorkingTime

/// A paper as it would be printed, with samples in its blanks; it says that it is none.
struct PaperPreview: Sendable {
    let template: PaperTemplate

    /// The sheet as PDF, set beside the threads that answer requests.
    ///
    /// - Throws: `TypesettingError` when the words do not fit on the paper.
    func pdf(at now: Instant) async throws -> [UInt8] {
        let sheet = sheet(on: now.day)
        return try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(
                    with: Result { try sheet.sheet().pdf(createdMilliseconds: now.milliseconds) })
            }
        }
    }

    private func sheet(on day: CivilDate) -> NoticeSheet {
        NoticeSheet(
            title: template.title, number: "示例文号", addressee: PaperBlank.applicant.sample[0],
            passages: template.preview.map(NoticePassage.paragraph), organ: PaperBlank.organ.sample[0],
            date: day.written, sealPurpose: "行政许可专用章",
            verification: Verification(address: "/verify/PREVIEW"), remark: "模板预览 不是文书")
    }
}
