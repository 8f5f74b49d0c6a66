import Cases
import Codes
import Desk
import HTTPTypes
import Refusals
import Web

/// 公开核验: whoever is shown a paper may ask whether it is real and still holds.
struct VerificationPages: Sendable {
    let cases: Cases

    var routes: [Route] {
        [
            .get(ApplicantPath.verification, .anyone, "核验证照和文书") { request, _ in
                guard let typed = request.query("code") else { return .page(VerificationForm().page) }
                return .redirect(to: CasePath.verification(QueryCode.read(typed)))
            },
            .get(CasePath.verification("{code}"), .anyone, "核验结果") { request, _ in
                try await verify(try request.parameter("code"))
            },
        ]
    }

    private func verify(_ code: String) async throws -> WebResponse {
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
    var isUnknown = false

    var page: Page {
        Page(
            "核验证照和文书", crumbs: [Link("核验", nil)], description: "扫描或输入证照、文书上的验证码，核对真伪和有效期。",
            body: """
                <h1>核验证照和文书</h1>
                \(if: isUnknown, unknown)
                <p class="lead">扫描纸上的二维码，或输入验证码，核对是不是本平台签发、现在是否有效。</p>
                <form class="form" action="\(ApplicantPath.verification)">\(field.html)
                <p class="actions"><button class="button">核验</button></p></form>
                """)
    }

    private var field: Field {
        Field("code", "验证码", hint: "16 位字母和数字，不分大小写。", value: typed, autocomplete: "off")
    }

    private var unknown: HTML {
        Notice(
            "没有查到这份文件", "<p>请核对验证码是否输入完整。如果确认无误仍然查不到，这份文件可能不是本平台签发的，请向发证机关询问或拨打 12345。</p>",
            tone: .error
        ).html
    }
}
