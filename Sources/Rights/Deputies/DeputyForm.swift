import Identity
import Refusals
import Web
import WorkingTime

/// What is entered to arrange a deputy.
struct DeputyForm {
    private let form: FormData

    init(_ form: FormData) { self.form = form }

    var organ: String? { form["organ"] }
    var reason: String { form["reason"] ?? "" }

    func text(_ name: String) -> String { form[name] ?? "" }

    /// - Throws: `invalid` at the field.
    func account(_ name: String) throws -> Int64 {
        guard let id = Int64(text(name)) else { throw DomainError.invalid(name, "请选择人员。") }
        return id
    }

    /// - Throws: `invalid` at the field.
    func term() throws -> PostTerm {
        try PostTerm(from: PostForm.day(text("from"), "from"), until: PostForm.day(text("until"), "until"))
    }
}
