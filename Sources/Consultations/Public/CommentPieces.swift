import Web
import WorkingTime

/// Comments as everybody reads them, with what is said to them.
struct CommentPieces {
    let consultation: Consultation
    /// The headings of passages, also of those that are gone.
    let headings: [String: String]
    /// What was changed because of comments, by their numbers.
    let changes: [Int: [PassageChange]]
    let comments: [PublicComment]
    /// Who reads, when it is a person who may support.
    let reader: Int64?
    let account: Int64?
    let today: CivilDate
    let token: CSRFToken

    private var id: String { String(consultation.id) }

    var html: HTML { "\(each: comments, piece)" }

    private func piece(_ comment: PublicComment) -> HTML {
        guard comment.state == .shown else {
            return
                "<section class=\"card\" id=\"c\(comment.number)\"><h2>第 \(comment.number) 条</h2><p>提出人已经撤回。</p></section>"
        }
        return """
            <section class="card" id="c\(comment.number)"><h2>第 \(comment.number) 条 · \(place(comment))</h2>
            \(paragraphs(comment.words))
            <p class="hint">\(comment.author.isEmpty ? "提出人已经撤回署名" : comment.author) · \(comment.createdAt.chinese) · \(comment.supports) 人支持</p>
            \(answer(comment))
            \(effect(comment))
            \(buttons(comment))</section>
            """
    }

    private func place(_ comment: PublicComment) -> String {
        let place = comment.anchor.isEmpty ? "对全文" : headings[comment.anchor] ?? "已删去的条目"
        return place + consultation.spokenTo(comment)
    }

    private func answer(_ comment: PublicComment) -> HTML {
        guard let answer = comment.answer else { return .empty }
        let tone: StatusBadge.Tone = answer.outcome == .rejected ? .waiting : .done
        return "<h3>答复 \(StatusBadge(answer.outcome.chinese, tone).html)</h3>\(paragraphs(answer.reason))"
    }

    /// The way to what it changed, as the passage has the way to it.
    private func effect(_ comment: PublicComment) -> HTML? {
        guard comment.answer?.outcome != .rejected, let made = changes[comment.number] else { return nil }
        let comparison = ConsultationPath.part(id, "comparison")
        return """
            <p>据此修改：\(each: made, { change in
                "<a href=\"\(comparison)?version=\(change.version)#\(change.anchor)\">第 \(change.version) 版\(change.isRemoval ? "删去" : "")“\(change.heading)”</a> "
            })</p>
            """
    }

    private func buttons(_ comment: PublicComment) -> HTML {
        guard consultation.isTaking(on: today), let reader else { return .empty }
        let number = String(comment.number)
        if comment.personID == reader {
            guard comment.accountID == account else { return .empty }
            let label = comment.outlivesWithdrawal ? "撤回署名" : "撤回"
            return PostButton(label, action: ConsultationPath.comment(id, number, "withdrawal"), token: token)
                .html
        }
        return PostButton("支持", action: ConsultationPath.comment(id, number, "support"), token: token).html
    }
}

extension Consultation {
    /// Which version a comment speaks to, where there are several.
    func spokenTo(_ comment: PublicComment) -> String {
        guard version > 1, let spoken = comment.version else { return "" }
        return "（第 \(spoken) 版）"
    }
}

/// Text of several lines, each a paragraph.
func paragraphs(_ text: String) -> HTML {
    "\(each: text.split(whereSeparator: \.isNewline), { "<p>\(String($0))</p>" })"
}
