import Refusals
import Web

/// What somebody says of the answer to what they had said: on their page, or on the telephone when they are called back
/// (回访).
struct Assessment: Sendable, Hashable {
    let solved: Bool
    let grade: Int
    /// What is still missing, when it was not solved.
    let reason: String
    /// Whether it is to be done again.
    let again: Bool

    /// - Parameter solved: `yes`, `no`, or `again`: no, and it is to be done again.
    /// - Throws: `invalid` naming everything that is missing.
    init(solved: String, grade: String, reason: String) throws {
        var errors: [FieldError] = []
        if !["yes", "no", "again"].contains(solved) { errors.append(FieldError("solved", "请选择问题解决了没有。")) }
        let points = Int(grade) ?? 0
        if !(1...5).contains(points) { errors.append(FieldError("grade", "请选择满意的程度。")) }
        let (least, most) = (solved == "yes" ? 0 : 4, RequestForm.longestContent)
        if !solved.isEmpty, !(least...most).contains(reason.count) {
            errors.append(FieldError("lack", "没有解决的，请写明还差什么，4 到 \(most) 字。"))
        }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
        (self.solved, self.again) = (solved == "yes", solved == "again")
        (self.grade, self.reason) = (points, solved == "yes" ? "" : reason)
    }
}

extension Assessment {
    /// What may be said: whether it is to be done again only while it can be.
    static func options(mayBeRepeated: Bool) -> [Field.Option] {
        let again = mayBeRepeated ? [Field.Option("again", "没有解决，要求重办")] : []
        return [Field.Option("yes", "解决了")] + again
            + [Field.Option("no", mayBeRepeated ? "没有解决，不要求重办" : "没有解决")]
    }
}
