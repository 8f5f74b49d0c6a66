import Cases
import Refusals
import Web
import WorkingTime

extension ActionInput {
    /// The hour of a day that were entered.
    ///
    /// - Throws: `invalid` for a day or an hour there is not.
    func hour() throws -> Instant {
        guard let day = CivilDate(iso: text("day")) else {
            throw DomainError.invalid("day", "请填写听证的日期，例如 2026-12-09。")
        }
        let parts = text("time").split(separator: ":").map { Int($0) }
        guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0..<24).contains(hour),
            (0..<60).contains(minute)
        else { throw DomainError.invalid("time", "请填写听证的时间，例如 09:30。") }
        return day.startOfDay.adding(seconds: hour * 3_600 + minute * 60)
    }

    /// Which paper is corrected, and how.
    ///
    /// - Throws: `notFound` for a paper the case does not have.
    func correction(in subject: Case?) throws -> (Int64, PaperCorrection) {
        guard let id = Int64(form["document"] ?? ""),
            let paper = subject?.documents.first(where: { $0.id == id })
        else { throw DomainError.notFound("没有找到要更正的文书。") }
        let count = paper.kind == .licence ? paper.facts.count : paper.paragraphs.count
        let lines = (0..<count).map { text("text.\($0)") }
        return (
            id,
            paper.kind == .licence
                ? PaperCorrection(values: lines, reason: text("reason"))
                : PaperCorrection(paragraphs: lines, reason: text("reason"))
        )
    }
}
