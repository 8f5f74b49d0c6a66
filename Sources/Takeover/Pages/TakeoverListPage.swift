import Web
import WorkingTime

/// What was taken over, and where one begins.
struct TakeoverListPage {
    let records: [TakeoverRecord]
    let pager: Pager
    let mayPrepare: Bool

    var page: Page {
        Page(
            "旧系统迁入", crumbs: [Link("工作台", "/desk"), Link("旧系统迁入", nil)], width: .wide, area: .desk,
            body: """
                <h1>旧系统迁入</h1>
                <p class="lead">从原来的系统搬到这里，分两次：先迁部门和用户，再迁还没有办结的办件。每次都先试运行、看报告，由另一人审定后才写入，没有人用过以前可以整批撤销。</p>
                \(if: mayPrepare, doors)
                <h2>迁入记录</h2>
                \(records.isEmpty ? empty : table)
                \(pager.html)
                """)
    }

    private var doors: HTML {
        """
        <div class="actions">
        <a class="button" href="\(TakeoverPath.staff)">迁入部门和用户</a>
        <a class="button quiet" href="\(TakeoverPath.cases)">迁入办件</a>
        </div>
        """
    }

    private var empty: HTML { EmptyState("还没有迁入过", "<p>上传文件后，试运行的报告和进度会显示在这里。</p>").html }

    private var table: HTML {
        Table(
            "迁入记录",
            columns: [.init("原系统"), .init("内容"), .init("行数", isNumber: true), .init("状态"), .init("上传")],
            rows: records.map { record in
                [
                    "<a href=\"\(TakeoverPath.takeover(String(record.id)))\">\(record.system)</a>",
                    "\(record.kind.chinese)", "\(record.lineCount)", record.badge,
                    "\(record.creator) \(record.createdAt.shortChinese)",
                ]
            }
        ).html
    }
}

extension TakeoverRecord {
    /// The state in a word and a colour.
    var badge: HTML {
        let tone: StatusBadge.Tone =
            switch state {
            case .read, .tried: .waiting
            case .asked: .near
            case .trying, .taking, .undoing: .active
            case .done: .done
            case .undone: .waiting
            }
        return StatusBadge(state.chinese, tone).html
    }
}
