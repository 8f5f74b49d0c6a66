import Identity
import Refusals
import Web
import WorkingTime

/// What is entered to give or take a post.
struct PostForm {
    let kind: PostChange.Kind
    let organ: String
    let role: String
    let office: String
    let from: String
    let until: String
    let reason: String

    init(_ form: FormData) {
        kind = form["kind"] == PostChange.Kind.revoke.rawValue ? .revoke : .grant
        (organ, role, office) = (form["organ"] ?? "", form["role"] ?? "", form["office"] ?? "")
        (from, until, reason) = (form["from"] ?? "", form["until"] ?? "", form["reason"] ?? "")
    }

    /// Nothing entered yet.
    static let empty = PostForm(FormData([]))

    /// - Throws: `invalid` at the field.
    func post() throws -> Post {
        guard let role = Role(rawValue: role), role != .citizen else {
            throw DomainError.invalid("role", "请选择岗位。")
        }
        guard !organ.isEmpty else { throw DomainError.invalid("organ", "请选择部门。") }
        return Post(organ: organ, role: role)
    }

    /// - Throws: `invalid` at the field.
    func term() throws -> PostTerm {
        try PostTerm(from: Self.day(from, "from"), until: Self.day(until, "until"))
    }

    /// - Throws: `invalid` at the field.
    static func day(_ text: String, _ field: String) throws -> CivilDate? {
        guard !text.isEmpty else { return nil }
        guard let day = CivilDate(iso: text) else {
            throw DomainError.invalid(field, "日期请写成 2026-12-01 的样子。")
        }
        return day
    }
}
