import Cases
import DecisionModel
import Identity
import Refusals
import Web
import WorkingTime

/// A decision table with what is wrong with it, its examples and its versions.
struct DecisionPage {
    let version: DecisionVersion
    let surroundings: FEELSurroundings
    let versions: [DecisionVersion]
    let sheet: DecisionSheet
    let officer: OfficerContext
    let errors: [FieldError]
    let refusal: Sentence?
    let isSaved: Bool
    let token: CSRFToken

    var page: Page {
        Page(
            "\(version.table.name) 第 \(version.version) 版",
            crumbs: [Link("工作台", "/desk"), Link("判定表", DecisionPath.list), Link(version.table.name, nil)],
            width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)\(refused)\(saved)
                <h1>\(version.table.name)</h1>
                <p class="case-state">第 \(version.version) 版 \(version.badge) <span class="code">\(version.table.id)</span></p>
                \(review.html)
                \(mayEdit ? DecisionEditor(version: version, sheet: sheet, review: review, errors: errors, token: token).html : DecisionView(table: version.table, review: review).html)
                \(actions)
                <h2>各个版本</h2>\(history)
                """)
    }

    private var mayEdit: Bool { version.state == .draft && officer.may(.editDecisions) }
    private var review: DecisionReview { DecisionReview(version.table, surroundings) }

    private var refused: HTML? {
        refusal.map { Notice("没有办成", "<p>\($0)</p>", tone: .error).html }
    }

    private var saved: HTML? {
        isSaved && errors.isEmpty && refusal == nil ? Notice("已保存。", tone: .done).html : nil
    }

    private var actions: HTML {
        """
        <div class="actions">\(if: version.state == .draft && officer.may(.approveDecisions), PostButton(
            "审定并公布", action: DecisionPath.publication(of: version), token: token, tone: .primary).html)\
        \(if: version.state == .published && officer.may(.approveDecisions), PostButton(
            "停用", action: DecisionPath.retirement(of: version), token: token, tone: .danger).html)\
        \(if: versions[0].state != .draft && officer.may(.editDecisions), PostButton(
            "新建下一版", action: DecisionPath.versions(of: version.table.id), token: token).html)\
        <a class="button quiet" href="\(DecisionPath.file(of: version))">导出 DMN 文件</a></div>
        \(if: version.state == .draft && !officer.may(.approveDecisions), "<p class=\"quiet-words\">写好以后，请安全管理员在这一页审定并公布；编辑的人不能自己公布。</p>")
        """
    }

    private var history: HTML {
        Table(
            "各个版本", columns: [.init("版本"), .init("编辑"), .init("公布"), .init("停用")],
            rows: versions.map { other in
                [
                    "<a href=\"\(DecisionPath.page(of: other))\">第 \(other.version) 版</a> \(other.badge)",
                    "\(other.editedBy.name)，\(other.editedAt.shortChinese)",
                    "\(words(other.publishedAt, by: other.publishedBy?.name ?? "随系统提供"))",
                    "\(words(other.retiredAt, by: other.retiredBy ?? ""))",
                ]
            }
        ).html
    }

    private func words(_ instant: Instant?, by name: String) -> String {
        instant.map { "\(name)，\($0.shortChinese)" } ?? "—"
    }
}
