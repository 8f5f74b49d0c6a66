import Identity
import Refusals
import Web

/// What is entered to add a step.
struct StepForm: Sendable {
    private let form: FormData

    init(_ form: FormData) { self.form = form }

    /// Nothing entered yet.
    static let empty = StepForm(FormData([]))

    /// Which of the forms was sent.
    var kind: String { form["kind"] ?? "" }

    func text(_ name: String) -> String { form[Self.field(kind, name)] ?? "" }
    func all(_ name: String) -> [String] { form.all(Self.field(kind, name)) }

    /// Several forms stand on one page, and no two fields of a page have one name.
    static func field(_ kind: String, _ name: String) -> String { "\(kind)-\(name)" }

    /// - Throws: `invalid` at the field. What cannot be is for the check of the whole plan to say.
    func step() throws -> RestructuringStep {
        switch kind {
        case "rename":
            return .rename(
                organ: try required("organ", "请选择部门。"), name: try required("name", "请写明新的简称。"),
                fullName: try required("full_name", "请写明新的全称。"))
        case "create":
            return .create(
                .init(
                    key: try required("key", "请写明代号。"), name: try required("name", "请写明简称。"),
                    fullName: try required("full_name", "请写明全称。"),
                    code: try required("code", "请写明统一社会信用代码。"), phone: text("phone"),
                    address: text("address")))
        case "merge":
            guard !all("organs").isEmpty else {
                throw DomainError.invalid(Self.field(kind, "organs"), "请选择并入的部门。")
            }
            return .merge(organs: all("organs"), into: try required("into", "请选择承接部门。"))
        case "split":
            return .split(
                .init(
                    organ: try required("organ", "请选择要拆分的部门。"),
                    rest: try required("rest", "请选择其余由谁承接。")))
        case "abolish":
            return .abolish(
                organ: try required("organ", "请选择部门。"), successor: try required("successor", "请选择承接部门。"))
        case "post": return .movePost(try transfer())
        default: throw DomainError.invalid("kind", "请选择步骤的种类。")
        }
    }

    private func transfer() throws -> RestructuringStep.PostTransfer {
        guard let role = Role(rawValue: text("role")), role != .citizen else {
            throw DomainError.invalid(Self.field(kind, "role"), "请选择岗位。")
        }
        return .init(
            login: try required("login", "请写明账号。"), role: role, from: try required("from", "请选择原部门。"),
            to: try required("to", "请选择新部门。"))
    }

    private func required(_ name: String, _ sentence: Sentence) throws -> String {
        try form.required(Self.field(kind, name), sentence)
    }
}
