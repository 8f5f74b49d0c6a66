import Journal
import Refusals
import TransparencyLog
import Web
import WorkingTime

/// Whether a proof holds, and what that means, in plain words; to be printed.
struct VerdictPage {
    let verdict: ProofCheck.Verdict
    let standing: LogStanding
    let now: Instant

    var page: Page {
        Page(
            "验证结果", crumbs: [Link("验证存证", LogPath.check), Link("验证结果", nil)],
            body: """
                <article class="receipt"><h1>验证结果</h1>\(notice)\(details)\(meaning)
                <p class="quiet-words">验证时间：\(now.chinese)。</p></article>
                <p class="actions"><a class="button quiet" href="\(LogPath.check)">再验证一份</a>\
                <span data-print="打印结果"></span></p>
                """)
    }

    private var notice: HTML {
        switch (verdict, standing) {
        case (.holds, .differs), (.holds, .shorter):
            Notice(
                "证明有效，但本站现在的日志与它不符",
                """
                <p>这份证明由本站的日志签过名，可是日志现在\(standing == .shorter ? "比当时还短" : "与当时的不一样")：\
                日志可能被改动过。请务必保留这份文件，并拨打 12345 或者向监察机关反映。</p>
                """, tone: .error
            ).html
        case (.holds, _):
            Notice("存证成立", "<p>这条记录确实写入了本站的日志，从那以后没有被改动。</p>", tone: .done).html
        case (.promised, _):
            Notice(
                "承诺有效", "<p>本站签名承诺把这条记录写入日志。请再到办件的「存证」页下载证明文件，验证承诺是否兑现。</p>", tone: .done
            ).html
        case (.broken(let sentence), _), (.unreadable(let sentence, _), _):
            Notice("存证不成立", "<p>\(sentence.chinese)</p>", tone: .error).html
        }
    }

    private var details: HTML {
        switch verdict {
        case .holds(let proven): SummaryList(rows(proven)).html
        case .promised(let promise):
            SummaryList([
                .init("办件编号", "<span class=\"code\">\(promise.number)</span>"),
                .init("收件时间", "\(words(promise.at))"),
                .init("签名", "\(promise.origin)"),
            ]).html
        case .broken, .unreadable: .empty
        }
    }

    private func rows(_ proven: ProofCheck.Proven) -> [SummaryList.Row] {
        [
            proven.entry.map { .init("记录", "\($0.sentence.chinese)") },
            verdict.number.map { .init("办件编号", "<span class=\"code\">\($0)</span>") },
            proven.entry.map { .init("时间", "\($0.at.chinese)") }
                ?? proven.promise.map { .init("收件时间", "\(words($0.at))") },
            .init("在日志中的位置", "第 \(proven.index + 1) 条"),
            .init("检查点", "前 \(proven.checkpoint.head.size) 条，由 \(proven.checkpoint.origin) 签名"),
            .init("见证方", "\(proven.cosigners.isEmpty ? "没有" : proven.cosigners.joined(separator: "、"))"),
            .init("现在的日志", "\(standing.words)"),
        ].compactMap(\.self)
    }

    private func words(_ rfc3339: String) -> String { Instant(rfc3339: rfc3339)?.chinese ?? rfc3339 }

    private var meaning: HTML {
        guard verdict.holds else {
            return """
                <h2>怎么办</h2><ul>
                <li>文件可能在保存或者转发时损坏了：请到办件的「存证」页重新下载，再验证一次。</li>
                <li>仍然不成立的，请保留这份文件，拨打 12345 或者向监察机关反映。</li></ul>
                """
        }
        return """
            <h2>这说明什么</h2><ul>
            <li>记录的内容和时间以上面显示的为准，签名以后任何人都不能悄悄改动或者删除。</li>
            <li>存证只说明办件收到了、什么时候收到的，不说明申请已经批准；办理结果请看办件进度和文书。</li></ul>
            """
    }
}

extension LogStanding {
    var words: String {
        switch self {
        case .agrees(let size): "一致，现有 \(size) 条"
        case .differs: "不一致"
        case .shorter: "比证明时还短"
        case .unknown: "没有比对"
        }
    }
}
