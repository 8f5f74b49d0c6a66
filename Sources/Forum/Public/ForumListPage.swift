import Web
import WorkingTime

/// The boards and the topics in which something was said last.
struct ForumListPage {
    let boards: [Board]
    let board: Board?
    let topics: [TopicLine]
    let organs: [String: String]
    let pager: Pager

    var page: Page {
        let title = board?.name ?? "市民论坛"
        return Page(
            title,
            crumbs: board == nil
                ? [Link("市民论坛", nil)] : [Link("市民论坛", ForumPath.all), Link(title, nil)],
            description: "居民和企业交流身边的事，部门在这里答复。",
            body: """
                <h1>\(title)</h1>
                <p class="lead">\(board.map { "\($0.about)" } ?? "聊身边的事，问办事的经验，提改进的建议。部门的答复有标记；该办的事可以转为诉求，办理结果贴回这里。")</p>
                \(filters)
                <p class="actions"><a class="button" href="\(newPath)">发起话题</a><a href="\(ForumPath.mine)">我的论坛</a></p>
                <h2>\(board == nil ? "最新话题" : "话题")</h2>
                \(list)
                \(pager.html)
                <div class="actions"><p class="hint">遇到需要政府处理的事，可以直接<a href="/requests/form">提交诉求</a>，有编号和期限。</p></div>
                """)
    }

    private var newPath: String { board.map { "\(ForumPath.new)?board=\($0.code)" } ?? ForumPath.new }

    private var filters: HTML {
        """
        <nav class="filters" aria-label="板块"><p><b>板块</b>\(entry("全部", nil))\(each: boards, { entry($0.name, $0.code) })</p></nav>
        """
    }

    private func entry(_ name: String, _ code: String?) -> HTML {
        let path = code.map { "\(ForumPath.all)?board=\($0)" } ?? ForumPath.all
        return """
            <a href="\(path)"\(attribute: "aria-current", board?.code == code ? "page" : nil)>\(name)</a>
            """
    }

    private var list: HTML {
        guard !topics.isEmpty else { return EmptyState("这里还没有话题", "<p>您可以发起第一个。</p>").html }
        return """
            <ul class="organs">\(each: topics, { line in
                """
                <li class="organ"><b><a href="\(ForumPath.topic(String(line.topic.id)))">\(line.topic.title)</a></b> \
                \(official(line))<p>\(facts(line))</p></li>
                """
            })</ul>
            """
    }

    private func official(_ line: TopicLine) -> HTML? {
        line.organs.isEmpty ? nil : StatusBadge("部门已答复", .done).html
    }

    private func facts(_ line: TopicLine) -> String {
        let board = board == nil ? boards.first { $0.code == line.topic.board }?.name : nil
        let answered = line.organs.first.map { "\(organs[$0] ?? $0)答复" }
        return [board, line.author, "\(line.replies) 条回复", answered, "\(line.topic.lastAt.shortChinese)更新"]
            .compactMap(\.self).joined(separator: " · ")
    }
}
