import Web
import WorkingTime

/// Posts as readers see them, with what each may do there.
struct PostPieces {
    let reader: Reader
    let organs: [String: String]
    let rules: ForumRules
    /// Whether something may still be said to the topic.
    let isOpen: Bool
    let token: CSRFToken

    func card(_ shown: ShownPost) -> HTML {
        let post = shown.post
        guard post.state == .shown else {
            return "<section class=\"card\"><p class=\"hint\">作者已删除这条帖子。</p></section>"
        }
        return """
            <section class="card" id="post-\(post.id)"><p>\(author(shown))</p>
            \(PostText(post.words).html)\(revised(shown))\(uptake(shown))\(instruction(shown))\(actions(shown))</section>
            """
    }

    private func author(_ shown: ShownPost) -> HTML {
        let post = shown.post
        let time = post.createdAt.shortChinese
        guard let organ = post.organ else {
            let edited = post.editedAt == nil ? "" : "，改过"
            return
                "<b>\(shown.author)</b> <span class=\"quiet-words\">\(post.isFirst ? "楼主 · " : "")\(time)\(edited)</span>"
        }
        return
            "\(StatusBadge("部门答复", .done).html) <b>\(organs[organ] ?? organ)</b> <span class=\"quiet-words\">\(time)</span>"
    }

    /// An answer that was wrong is marked, with what it said before, or why it was taken back.
    private func revised(_ shown: ShownPost) -> HTML? {
        guard let last = shown.revisions.last else { return nil }
        if let reason = last.withdrawal {
            return """
                <p>\(StatusBadge("已撤回", .waiting).html) 部门于\(last.at.shortChinese)撤回了这条答复。</p>
                <p class="words">原因：\(reason)</p>
                """
        }
        return """
            <p>\(StatusBadge("已更正", .active).html) \(last.at.shortChinese)更正</p>
            <details class="more"><summary>更正以前的答复</summary>\(each: shown.revisions, { earlier in
                "<p class=\"hint\">\(earlier.at.shortChinese)以前：</p>\(PostText(earlier.words).html)"
            })</details>
            """
    }

    private func uptake(_ shown: ShownPost) -> HTML? {
        guard let uptake = shown.uptake, let number = uptake.number else { return nil }
        let state =
            switch uptake.state {
            case .answered: "已答复，答复在本页上方"
            case .ended: "已办结"
            default: "正在办理"
            }
        return "<p>\(StatusBadge("已转为诉求", .active).html) <span class=\"code\">\(number)</span> \(state)</p>"
    }

    private func instruction(_ shown: ShownPost) -> HTML? {
        guard shown.isInstructed else { return nil }
        return "<p>\(StatusBadge("批示", .active).html) 区领导作过批示，交有关部门督办</p>"
    }

    private func actions(_ shown: ShownPost) -> HTML {
        let post = shown.post
        let id = String(post.id)
        let isOwn = post.memberID != nil && post.memberID == reader.member?.id
        var pieces: [HTML] = []
        if shown.withdrawal != nil { return .empty }
        if isOpen, reader.isPerson {
            let path = "\(ForumPath.topic(String(post.topicID)))?quote=\(id)#reply"
            pieces.append("<a href=\"\(path)\">引用<span class=\"sr\">\(name(shown))的帖子</span></a>")
        }
        if isOwn { pieces += own(post, id) }
        if !isOwn, reader.isPerson {
            if post.organ == nil {
                pieces.append(
                    PostButton("赞同 \(shown.supports)", action: ForumPath.act(id, "support"), token: token)
                        .html)
            }
            pieces.append(
                "<a href=\"\(ForumPath.act(id, "report"))\">举报<span class=\"sr\">\(name(shown))的帖子</span></a>"
            )
        } else if shown.supports > 0 {
            pieces.append("<span class=\"quiet-words\">\(shown.supports) 人赞同</span>")
        }
        if let organ = post.organ, reader.speaks(for: organ) {
            pieces.append("<a href=\"\(ForumPath.post(id))\">更正或者撤回</a>")
        }
        if reader.mayTakeUp, post.organ == nil {
            pieces.append(
                "<a href=\"\(ForumPath.post(id))\">处理<span class=\"sr\">\(shown.author)的帖子</span></a>")
        }
        if let address = reader.instructs(shown) {
            pieces.append("<a href=\"\(address)\">批示<span class=\"sr\">\(shown.author)的帖子</span></a>")
        }
        return pieces.isEmpty ? .empty : "<div class=\"actions\">\(HTML.joined(pieces))</div>"
    }

    private func name(_ shown: ShownPost) -> String {
        shown.post.organ.map { organs[$0] ?? $0 } ?? shown.author
    }

    private func own(_ post: Post, _ id: String) -> [HTML] {
        var pieces: [HTML] = []
        if post.isEditable(within: rules.limits.editMinutes, at: reader.now) {
            pieces.append("<a href=\"\(ForumPath.act(id, "edit"))\">修改</a>")
        }
        pieces.append("<a href=\"\(ForumPath.act(id, "deletion"))\">删除</a>")
        return pieces
    }
}
