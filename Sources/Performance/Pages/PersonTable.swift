import Identity
import Web

/// Persons with their posts, what they finished and their points; each opens to the person.
struct PersonTable {
    let assessment: Assessment
    let organ: String
    /// Everybody at a post together; none where only persons are shown.
    var posts: [PersonScores.Row] = []
    let persons: [PersonScores.Row]
    let names: [Int64: String]

    /// An organ without offices needs no column for them.
    private var hasOffices: Bool { persons.contains { !$0.owner.office.isEmpty } }

    var html: HTML {
        Table(
            "岗位和个人得分",
            columns: [.init("岗位"), .init("姓名")] + (hasOffices ? [.init("科室")] : [])
                + [.init("完成步骤", isNumber: true), .init("得分", isNumber: true)],
            rows: posts.map { row($0, "全体", "—") }
                + persons.map { row($0, link($0.owner), "\(assessment.officeName($0.owner.office))") }
        ).html
    }

    private func link(_ owner: FigureOwner) -> HTML {
        let path = PerformancePath.person(assessment.period.text, organ, String(owner.accountID))
        return "<a href=\"\(path)\">\(names[owner.accountID] ?? "—")</a>"
    }

    private func row(_ row: PersonScores.Row, _ who: HTML, _ place: HTML) -> [HTML] {
        let done: HTML = "\(row.figures[.tasksDone] ?? 0)"
        let points: HTML = "\(row.score.hundredths?.pointsText ?? "—")"
        return ["\(row.owner.postWords)", who] + (hasOffices ? [place] : []) + [done, points]
    }
}

extension FigureOwner {
    /// The post as people say it.
    var postWords: String { Role(rawValue: post)?.chinese ?? post }
}
