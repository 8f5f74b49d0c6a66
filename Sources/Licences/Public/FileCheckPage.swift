import Cases
import Codes
import Refusals
import Web
import WorkingTime

/// Where a file is handed in.
struct FileCheckPage {
    let token: CSRFToken
    var errors: [FieldError] = []

    var page: Page {
        Page(
            "核验证照文件", crumbs: [Link("核验", "/verify"), Link("核验证照文件", nil)],
            description: "核验电子证照文件：签名是否成立，证照今天是否有效。",
            body: """
                \(ErrorSummary(errors).html)<h1>核验证照文件</h1>
                <p class="lead">选择持有人给您的证照文件（.json），查一查是不是本平台签发的、有没有被改动、今天是否有效。不用登录，文件不会保存。</p>
                \(form)
                <details class="card"><summary>不通过本站，自己核验</summary>
                <p>证照文件是公开格式（JSON Web Signature），用同一份内容签了两次：SM2 和 ES256。下载公钥后，可以用自己的程序离线核验，例如：</p>
                <p><code class="code">minben licence verify 文件 --keys 公钥集</code></p>
                <p><a href="\(LicencePath.keys)">下载公钥集（JWKS）</a></p>
                <p>离线只能核验签名；证照后来是不是暂停、吊销或者注销，要在本站查。</p></details>
                """)
    }

    private var form: HTML {
        Form(
            action: LicencePath.fileCheck, token: token,
            fields: [
                Field(
                    "file", "证照文件", .file, hint: "从“我的证照”下载的 .json 文件。",
                    error: errors.first?.sentence, accept: ".json,application/json")
            ], submit: "核验"
        ).html
    }
}

/// What was found of a file.
struct FileVerdictPage {
    let verdict: FileVerdict
    let now: Instant

    var page: Page {
        Page(
            "核验结果", crumbs: [Link("核验", "/verify"), Link("核验结果", nil)],
            body: """
                <h1>核验结果</h1>\(notice)
                <h2>签名</h2>\(SummaryList(verdict.signatures.map { .init($0.title, "\($0.sentence)") }).html)
                \(if: verdict.signatures.areSound, content)
                <p class="hint">核验时间：\(now.chinese)。</p>
                <p class="actions"><a class="button quiet" href="\(LicencePath.fileCheck)">再核验一份</a></p>
                """)
    }

    private var notice: HTML {
        guard verdict.signatures.areSound else {
            return Notice("不成立", "<p>文件被改动过，或者不是本平台签发的，不能作为凭证。</p>", tone: .error).html
        }
        guard let licence = verdict.licence else {
            return Notice(
                "签名成立，但查不到这份证照", "<p>本平台的签发记录里没有这个证照标识，请向发证机关询问。</p>", tone: .warning
            ).html
        }
        return licence.verdict(on: now.day)
    }

    private var content: HTML {
        let content = verdict.content
        return """
            <h2>文件的内容</h2>
            \(SummaryList([
                .init("名称", "\(content.name)"), .init("证照标识", "<span class=\"code\">\(content.number)</span>"),
                .init("持有人", "\(holder)"), .init("发证机关", "\(content.issuer.name)"),
                .init("签发日期", "\(content.issuedOn.written)"),
                .init("有效期至", "\(content.validUntil?.written ?? "长期")"),
            ]).html)
            """
    }

    /// Whoever has the file has the name; the page keeps to what the public sees.
    private var holder: String {
        verdict.content.holder.kind == .person
            ? Masking.name(verdict.content.holder.name) : verdict.content.holder.name
    }
}

extension Licence {
    /// Where it stands, for whoever checks it.
    public func verdict(on day: CivilDate) -> HTML {
        switch standing(on: day) {
        case .valid: Notice("有效", "<p>这份证照由本平台签发，现在有效。</p>", tone: .done).html
        case .expired: Notice("已过期", "<p>这份证照由本平台签发，但有效期已过。</p>", tone: .warning).html
        case .suspended:
            Notice("已暂停", "<p>这份证照由本平台签发，\(stateSince.day.written)起暂停使用，现在不能作为凭证。</p>", tone: .warning).html
        case .cancelled, .revoked:
            Notice(words(on: day), "<p>这份证照已于\(stateSince.day.written)失去效力，不能作为凭证。</p>", tone: .error).html
        }
    }
}
