import Cases
import Codes
import Desk
import HTTPTypes
import Licences
import Refusals
import Web

/// 公开核验: whoever is shown a paper may ask whether it is real and still holds.
struct VerificationPages: Sendable {
    let cases: Cases
    let licences: Licences

    var routes: [Route] {
        [
            .get(ApplicantPath.verification, .anyone, "核验证照和文书") { request, _ in
                let (code, number) = (request.query("code") ?? "", request.query("number") ?? "")
                // The button tells a form that was sent empty from a page that is only opened.
                guard request.query("asked") != nil || !code.isEmpty || !number.isEmpty else {
                    return .page(VerificationForm().page)
                }
                return try await find(QueryCode.read(code), number: number)
            },
            .get(CasePath.verification("{code}"), .anyone, "核验结果") { request, _ in
                try await verify(try request.parameter("code"))
            },
        ]
    }

    /// Without the code nothing is said, not even whether there is such a number; a number that is given must be the paper's.
    private func find(_ code: String, number: String) async throws -> WebResponse {
        guard !code.isEmpty else {
            let missing = [FieldError("code", "请输入印在证照或文书上的验证码。")]
            return .page(
                VerificationForm(number: number, errors: missing).page, status: .unprocessableContent)
        }
        let asked = number.uppercased().filter { !$0.isWhitespace }
        let licence = try await licences.licence(verificationCode: code)
        guard asked.isEmpty || licence?.number == asked else {
            let form = VerificationForm(typed: code, number: number, isUnknown: true)
            return .page(form.page, status: .notFound)
        }
        return .redirect(to: CasePath.verification(code))
    }

    private func verify(_ code: String) async throws -> WebResponse {
        if let licence = try await licences.licence(verificationCode: code) {
            return .page(LicenceVerificationPage(licence: licence, now: cases.now).page).unlisted
        }
        do {
            let document = try await cases.document(verificationCode: code)
            let kind = try await cases.holderKind(verificationCode: code)
            let page = VerificationPage(document: document, holderKind: kind, now: cases.now)
            return .page(page.page).unlisted
        } catch DomainError.notFound {
            return .page(VerificationForm(typed: code, isUnknown: true).page, status: .notFound)
        }
    }
}

/// Where the code of a paper is typed in.
struct VerificationForm {
    var typed = ""
    var number = ""
    var isUnknown = false
    var errors: [FieldError] = []

    var page: Page {
        Page(
            "核验证照和文书", crumbs: [Link("核验", nil)], description: "扫描或输入证照、文书上的验证码，核对真伪和有效期。",
            body: """
                \(ErrorSummary(errors).html)
                <h1>核验证照和文书</h1>
                \(if: isUnknown, unknown)
                <p class="lead">扫描纸上的二维码，或输入验证码，核对是不是本平台签发、现在是否有效。</p>
                <form class="form" action="\(ApplicantPath.verification)" novalidate>\(numberField.html)\(field.html)
                <p class="actions"><button class="button" name="asked" value="yes">核验</button></p></form>
                <p>手里是证照文件（.json）？<a href="\(LicencePath.fileCheck)">核验证照文件</a></p>
                """)
    }

    private var numberField: Field {
        Field(
            "number", "证照标识", hint: "以 1.2.156.3005.2 开头；文书没有，不用填。", isRequired: false, value: number,
            autocomplete: "off")
    }

    private var field: Field {
        Field(
            "code", "验证码", hint: "16 位字母和数字，不分大小写。", value: typed, error: errors["code"], autocomplete: "off")
    }

    private var unknown: HTML {
        Notice(
            "没有查到这份文件", "<p>请核对验证码是否输入完整。如果确认无误仍然查不到，这份文件可能不是本平台签发的，请向发证机关询问或拨打 12345。</p>",
            tone: .error
        ).html
    }
}
