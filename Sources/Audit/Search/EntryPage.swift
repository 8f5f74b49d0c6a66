import Journal
import Refusals
import Web
import WorkingTime

/// One entry: what it says, whether it still is what its hash was made of, and where it stands in the log.
struct EntryPage {
    let stored: StoredEntry
    let standing: EntryStanding
    let action: String
    let organs: OrganNaming

    private var entry: JournalEntry { stored.entry }

    var page: Page {
        Page(
            "日志记录",
            crumbs: [Link("工作台", "/desk"), Link("审计日志", AuditPath.search), Link("日志记录", nil)], area: .desk,
            body: """
                <h1>日志记录</h1><p class="lead">\(entry.sentence)</p>
                \(SummaryList(facts).html)
                <h2>存证</h2>\(verdict)\(SummaryList(proof).html)
                """)
    }

    private var facts: [SummaryList.Row] {
        let actor = entry.actor
        let more = entry.detail.sorted { $0.key < $1.key }
        return [
            .init("时间", "\(entry.at.chinese)"),
            .init("谁", "\(actor.name)"),
            .init("部门", "\(actor.organ.map { organs[$0] } ?? "—")"),
            .init("来路", "\(Self.channel(actor.channel))，地址 \(actor.address.isEmpty ? "—" : actor.address)"),
            .init("做了什么", "\(action) <span class=\"code\">\(entry.action)</span>"),
            .init("对象", "<span class=\"code\">\(entry.subject)</span>"),
            .init("结果", OutcomeBadge(entry.outcome).html),
        ] + more.map { .init($0.key, "<span class=\"code\">\($0.value)</span>") }
    }

    private var proof: [SummaryList.Row] {
        [
            .init("在日志中的位置", "\(stored.leafIndex.map { "第 \($0 + 1) 条" } ?? "还没有排入")"),
            seal.map {
                .init("检查点", "前 \($0.size) 条，\($0.signedAt.chinese)由 \($0.signers.joined(separator: "、")) 签名")
            },
            .init("叶子散列", "<span class=\"code\">\(stored.leafHash)</span>"),
        ].compactMap(\.self)
    }

    private var seal: EntryStanding.Seal? {
        switch standing {
        case .proven(_, let seal), .missing(_, let seal): seal
        case .waiting, .placed: nil
        }
    }

    private var verdict: HTML {
        if stored.erasedAt == nil, !Journal.verify(stored) {
            return Notice("内容与散列不符", "<p>这条记录被改动过。请立即保全数据库并报告。</p>", tone: .error).html
        }
        switch standing {
        case .waiting: return Notice("正在排入日志", "<p>一分钟以内会有位置。</p>").html
        case .placed: return Notice("已有位置，等待检查点签名").html
        case .missing:
            return Notice("日志里没有这条记录", "<p>记录与签名的检查点不符。请立即保全数据库并报告。</p>", tone: .error).html
        case .proven: return Notice("已在签名的日志中", "<p>\(kept)</p>", tone: .done).html
        }
    }

    private var kept: String {
        stored.erasedAt == nil ? "内容与叶子散列一致，检查点的树里有这条记录。" : "其中的个人信息已依法删除，位置和散列保留。"
    }

    private static func channel(_ channel: String) -> String {
        ["page": "网页", "api": "接口", "counter": "窗口", "system": "系统"][channel] ?? channel
    }
}
