import Cases
import Desk
import Web
import WorkingTime

/// A licence or a notice as a page that can be read on a phone and printed.
struct DocumentPage {
    let document: IssuedDocument
    let remark: String?

    var page: Page {
        let code = document.verificationCode
        return Page(
            document.title, crumbs: [Link(document.kind.chinese, nil)],
            body: """
                \(document.warning)
                <article class="receipt paper"><h1>\(document.title)</h1>
                <p class="hint">\(document.kind == .licence ? "证照标识" : "文号") <span class="code">\(document.number)</span></p>
                \(document.kind == .licence ? facts : letter)
                <p class="paper-signature">\(document.organName)<br>\(document.issuedAt.day.chinese)</p>
                \(remark.map { "<p class=\"hint\">\($0)</p>" } as HTML?)</article>
                <p class="actions"><a class="button" href="\(CasePath.pdf(code))">下载 PDF</a>
                <a class="button quiet" href="\(CasePath.verification(code))">核验真伪</a><span data-print="打印"></span></p>
                """)
    }

    private var facts: HTML {
        SummaryList(document.bodyFacts.map { .init($0.label, "\($0.value)") }).html
    }

    private var letter: HTML {
        "<p>\(document.holder)：</p>\(each: document.paragraphs, { "<p>\($0)</p>" })"
    }
}

extension IssuedDocument {
    /// What stands over a paper that no longer holds as it was issued.
    var warning: HTML? {
        guard let standing, !isInForce else { return nil }
        return Notice(standing, "<p>请不要再使用这一份。</p>", tone: .warning).html
    }
}
