import Journal
import Refusals
import TransparencyLog
import Web

/// Where a proof is handed in.
struct ProofCheckPage {
    let token: CSRFToken
    let keys: JournalKeys?
    var errors: [FieldError] = []
    var submission = ProofSubmission()

    var page: Page {
        Page(
            "验证存证", crumbs: [Link("验证存证", nil)], description: "验证办件的存证：记录是否写入日志，有没有被改动。",
            body: """
                \(ErrorSummary(errors).html)<h1>验证存证</h1>
                <p class="lead">选择您留存的证明文件，查一查：记录是不是写入了本站的日志，后来有没有被改动。不用登录，文件不会保存。</p>
                \(keys == nil ? unavailable : form)
                \(alone)
                """)
    }

    private var form: HTML {
        Form(
            action: LogPath.check, token: token,
            fields: [
                Field(
                    "file", "证明文件", .file, hint: "扩展名是 .tlog-proof，从办件的「存证」页下载。", isRequired: false,
                    error: error("file"), accept: ".tlog-proof,text/plain"),
                Field(
                    "proof", "或者把证明文件的内容粘贴在这里", .longText, isRequired: false,
                    value: submission.proof, autocomplete: "off"),
                Field(
                    "promise", "收件承诺", .longText, hint: "窗口录入的办件，请把收件承诺也粘贴进来。", isRequired: false,
                    value: submission.promise, error: error("promise"), autocomplete: "off"),
            ], submit: "验证"
        ).html
    }

    private func error(_ field: String) -> Sentence? { errors.first { $0.field == field }?.sentence }

    private var unavailable: HTML { Notice("本站没有启用日志存证", tone: .warning).html }

    /// Whoever does not trust the site need not ask it.
    private var alone: HTML {
        guard let keys else { return .empty }
        return """
            <details class="card"><summary>不通过本站，自己验证</summary>
            <p>证明文件是公开格式（C2SP tlog-proof），可以用自己的程序离线验证，例如：</p>
            <p><code class="code">minben journal prove 文件 --key 公钥</code></p>
            <p>本站日志的公钥，请与您从别处得到的核对：</p>
            <ul>\(each: keys.verifiers, { "<li><span class=\"code\">\($0.key.description)</span></li>" })</ul></details>
            """
    }
}
