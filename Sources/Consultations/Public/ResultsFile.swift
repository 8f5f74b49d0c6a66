import CSV
import Refusals
import Storage
import WorkingTime

/// Every comment with its answer, as open data.
struct ResultsFile: Sendable {
    let database: Database
    let id: Int64
    private static let stretch = 500

    /// - Throws: `notFound` before it is closed.
    func text() async throws -> String {
        let headings = try await database.read { [id] tx in
            let one = try ConsultationStore.published(id, in: tx)
            guard one.state == .closed else { throw DomainError.notFound("结果还没有公布。") }
            let all = try VersionStore.all(of: id, in: tx).flatMap(\.passages).map { ($0.anchor, $0.heading) }
            return Dictionary(all) { first, _ in first }
        }
        var (text, number) = (CSVLine.mark, 0)
        text += CSVLine.text(["编号", "条目", "版本", "意见", "提出人", "提出时间", "支持人数", "答复", "理由"])
        while true {
            let comments = try await database.read { [id, number] tx in
                try CommentStore.stretch(of: id, after: number, limit: Self.stretch, in: tx)
            }
            for comment in comments where comment.state == .shown { text += line(comment, headings) }
            guard comments.count == Self.stretch, let last = comments.last else { return text }
            number = last.number
        }
    }

    private func line(_ comment: PublicComment, _ headings: [String: String]) -> String {
        CSVLine.text([
            String(comment.number),
            comment.anchor.isEmpty ? "全文" : headings[comment.anchor] ?? comment.anchor,
            comment.version.map(String.init) ?? "", comment.words, comment.author,
            comment.createdAt.rfc3339, String(comment.supports),
            comment.answer?.outcome.chinese ?? "", comment.answer?.reason ?? "",
        ])
    }
}
