import Cases
import Identity
import Refusals
import Web
import WorkingTime

/// The editorial office: what is being worked on, and the columns one works in.
struct OfficePage {
    /// An edition with what waits in it.
    struct Line {
        let edition: Edition
        let column: Column
        let step: EditionStep?
        /// Whether it waits for this person.
        let isMine: Bool
    }

    let lines: [Line]
    let pager: Pager
    let seats: [(column: Column, site: String, roles: Set<Role>)]
    let keepsSites: Bool

    var page: Page {
        Page(
            "内容管理", crumbs: [Link("工作台", "/desk"), Link("内容管理", nil)], width: .wide, area: .desk,
            body: """
                <h1>内容管理</h1>
                <h2>正在办理的稿件</h2>
                \(lines.isEmpty ? empty : table)\(pager.html)
                <h2>我的栏目</h2>
                \(seats.isEmpty ? noColumns : columns)
                <p class="actions"><a class="button quiet" href="\(HealthPath.overview)">栏目保障</a>
                <a class="button quiet" href="\(CorrectionPath.desk)">读者纠错</a></p>
                \(if: keepsSites, "<p class=\"actions\"><a class=\"button quiet\" href=\"\(ContentPath.sites)\">站点和栏目</a> <a class=\"button quiet\" href=\"\(ContentPath.emergency)\">紧急通知</a></p>")
                """)
    }

    private var empty: HTML { EmptyState("没有正在办理的稿件", "<p>从下面的栏目里写一篇新的。</p>").html }
    private var noColumns: HTML {
        EmptyState("您还没有负责的栏目", "<p>请站点的信息发布人员在「站点和栏目」里安排。</p>").html
    }

    private var table: HTML {
        Table(
            "正在办理的稿件", columns: [.init("标题"), .init("栏目"), .init("撰写"), .init("现在")],
            rows: lines.map { line in
                let limited: HTML = line.edition.isLimited ? " \(StatusBadge("限定可见", .near).html)" : ""
                return [
                    "<a href=\"\(ContentPath.edition(String(line.edition.id)))\"><b>\(line.edition.manuscript.title)</b></a>\(limited)",
                    "\(line.column.name)", "\(line.edition.author.name)", line.badge,
                ]
            }
        ).html
    }

    private var columns: HTML {
        Table(
            "我的栏目", columns: [.init("栏目"), .init("站点"), .init("岗位"), .init("操作")],
            rows: seats.map { seat in
                let id = String(seat.column.id)
                let write: HTML =
                    seat.roles.contains(.editor) ? "<a href=\"\(ContentPath.begin(id))\">写一篇</a>" : ""
                return [
                    "<a href=\"\(ContentPath.deskColumn(id))\">\(seat.column.name)</a>", "\(seat.site)",
                    "\(seat.roles.map(\.chinese).sorted().joined(separator: "、"))", write,
                ]
            }
        ).html
    }
}

extension OfficePage.Line {
    fileprivate var badge: HTML {
        guard let step else { return "" }
        if let moment = edition.plan.goesOutAt, edition.waitsForItsMoment {
            return StatusBadge("\(moment.shortChinese) 公开", .active).html
        }
        return StatusBadge(isMine ? "等您：\(step.chinese)" : step.chinese, isMine ? .near : .active).html
    }
}

extension EditionStep {
    /// Who does it.
    var role: Role {
        switch self {
        case .draft: .editor
        case .review: .reviewer
        case .sign: .publisher
        }
    }
}
