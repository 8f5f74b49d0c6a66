import Codes
import Desk
import Refusals
import Web

/// Number and query code, as they stand on the receipt.
struct PublicProgressForm {
    var number = ""
    var code = ""

    init(number: String) { self.number = number }

    init(_ form: FormData) {
        number = form["number"] ?? ""
        code = form["code"] ?? ""
    }

    /// Number and code without the blanks people type.
    ///
    /// - Throws: `invalid` at the field that cannot be right.
    func read() throws -> (number: String, code: String) {
        var errors: [FieldError] = []
        var known = ""
        do { known = try CaseNumber(number.filter { !$0.isWhitespace && $0 != "-" }).text } catch {
            errors.append(FieldError("number", number.isEmpty ? "请填写回执上的 21 位办件编号。" : error.sentence))
        }
        if code.isEmpty { errors.append(FieldError("code", "请填写回执上的查询码。")) }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
        return (known, QueryCode.read(code))
    }

    func page(token: CSRFToken, errors: [FieldError] = []) -> Page {
        Page(
            "查进度", crumbs: [Link("查进度", nil)], scripts: ["scanned.js"],
            description: "凭办件编号和查询码查询办理进度，不用登录。",
            body: """
                \(ErrorSummary(errors).html)
                <h1>查进度</h1>
                <p class="lead">凭回执上的办件编号和查询码查询，不用登录。<a href="\(ApplicantPath.cases)">登录</a>后可以看到更多内容并补正材料。</p>
                \(Form(action: ApplicantPath.publicProgress, token: token, fields: fields(errors), submit: "查询").html)
                """)
    }

    private func fields(_ errors: [FieldError]) -> [Field] {
        [
            Field(
                "number", "办件编号", hint: "21 位数字，例如 441202202611210001230。", value: number,
                error: errors["number"], autocomplete: "off"),
            Field(
                "code", "查询码", hint: "16 位字母和数字，不分大小写，空格可以不输入。", value: code, error: errors["code"],
                autocomplete: "off"),
        ]
    }
}
