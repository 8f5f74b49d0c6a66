import Identity
import Refusals
import Web
import WorkingTime

/// What is entered to change how a role has a power. Who asks, and how far it has come, is never entered.
struct GrantForm {
    let scope: String
    let grade: String
    let from: String
    let reason: String

    init(_ form: FormData) {
        (scope, grade) = (form["scope"] ?? "", form["grade"] ?? "")
        (from, reason) = (form["from"] ?? "", form["reason"] ?? "")
    }

    /// As it is now.
    init(_ terms: GrantTerms?) {
        scope = terms?.scope.rawValue ?? Self.none
        grade = (terms?.grade ?? .masked).rawValue
        (from, reason) = ("", "")
    }

    /// The choice that takes the power away.
    static let none = "none"

    /// - Throws: `invalid` at the field.
    func terms() throws -> GrantTerms? {
        guard scope != Self.none else { return nil }
        guard let scope = GrantScope(rawValue: scope) else { throw DomainError.invalid("scope", "请选择范围。") }
        guard let grade = DataGrade(rawValue: grade.isEmpty ? DataGrade.masked.rawValue : grade) else {
            throw DomainError.invalid("grade", "请选择数据级别。")
        }
        return GrantTerms(scope, grade)
    }

    /// - Throws: `invalid` at the field.
    func day(today: CivilDate) throws -> CivilDate { try PostForm.day(from, "from") ?? today }
}
