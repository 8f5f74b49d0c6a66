import Desk
import Journal
import TransparencyLog
import Web
import WorkingTime

/// 存证 of a case: where its entry stands, who vouches for it, and what to take along.
struct ReceiptPage {
    let number: String
    let receipt: JournalReceipt
    let isStaff: Bool

    var page: Page {
        Page(
            "存证", crumbs: crumbs,
            body: """
                <article class="receipt"><h1>存证</h1>\(state)\(SummaryList(rows).html)\(meaning)</article>
                \(takeAlong)
                <p class="actions"><a class="button quiet" href="\(CasePath.progress(number))">查看进度</a>\
                <span data-print="打印存证"></span></p>
                """)
    }

    private var crumbs: [Link] {
        isStaff
            ? [Link("办件", CasePath.progress(number)), Link("存证", nil)]
            : [Link("我的办件", "/my/cases"), Link(number, CasePath.progress(number)), Link("存证", nil)]
    }

    private var state: HTML {
        guard receipt.proof != nil else {
            return Notice(
                "收件记录正在排入日志",
                "<p>下面是本站签名的收件承诺：一分钟以内，这条记录会排入日志，到时刷新本页就能取得证明文件。</p>"
            ).html
        }
        return Notice(
            "收件记录已写入日志", "<p>从此任何人（包括系统管理员）改动或者删除这条记录，都会被查出来。</p>", tone: .done
        ).html
    }

    private var rows: [SummaryList.Row] {
        let proof = receipt.proof
        let checkpoint = proof.flatMap { try? Checkpoint($0.note.text) }
        return [
            .init("办件编号", "<span class=\"code\">\(number)</span>"),
            .init("收件时间", "\(receipt.entry.entry.at.chinese)"),
            proof.map { .init("在日志中的位置", "第 \($0.proof.index + 1) 条") },
            checkpoint.map { .init("检查点", "前 \($0.head.size) 条，由 \($0.origin) 签名") },
            witnesses.map { .init("见证方", "\($0)") },
            .init("记录的指纹", "<span class=\"code\">\(receipt.leaf.description)</span>"),
        ].compactMap(\.self)
    }

    /// Who has signed besides the log.
    private var witnesses: String? {
        guard let note = receipt.proof?.note, let origin = try? Checkpoint(note.text).origin else {
            return nil
        }
        let names = note.signatures.map(\.name).filter { $0 != origin }
        return names.isEmpty ? nil : names.joined(separator: "、")
    }

    private var meaning: HTML {
        """
        <h2>这是什么</h2>
        <p>本站把每一次办理都记入一份只能续写的日志，并定期签名公布。您留着存证，就留着一份不依赖本站的证据：\
        将来如果有人说没有收到您的申请，或者改动了收件时间，拿出存证就能查明。</p>
        """
    }

    private var takeAlong: HTML {
        """
        <h2>留一份在您手里</h2><ul class="doings">
        \(if: receipt.proof != nil, "<li><a href=\"\(LogPath.proofFile(number))\">下载证明文件</a></li>")
        \(if: receipt.promise != nil, "<li><a href=\"\(LogPath.promise(number))\">下载收件承诺</a></li>")
        <li><a href="\(LogPath.check)">验证存证</a>（不用登录，任何人都可以）</li></ul>
        \(if: needsPromise, "<p>这个办件由窗口录入，证明文件里不含窗口人员的信息；验证时请连同收件承诺一起提交。</p>")
        """
    }

    private var needsPromise: Bool { receipt.proof != nil && receipt.proof?.entry == nil }
}
