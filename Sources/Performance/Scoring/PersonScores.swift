/// The points of the posts of an organ and of the persons who hold them.
struct PersonScores: Sendable {
    struct Row: Sendable {
        let owner: FigureOwner
        let figures: [Figure: Int]
        let score: Score
    }

    /// A post with everybody at it together.
    let posts: [Row]
    let persons: [Row]

    init(_ model: PerformanceModel, _ figures: FigureSums) {
        let indicators = model.read(.person)
        var posts: FigureSums = [:]
        for (owner, amounts) in figures where !owner.post.isEmpty {
            posts.add([FigureOwner(organ: owner.organ, post: owner.post): amounts])
        }
        func rows(_ sums: FigureSums) -> [Row] {
            sums.map { Row(owner: $0, figures: $1, score: Score(indicators, $1)) }.sorted {
                ($0.owner.post, $0.owner.accountID, $0.owner.office)
                    < ($1.owner.post, $1.owner.accountID, $1.owner.office)
            }
        }
        self.posts = rows(posts)
        persons = rows(figures.filter { !$0.key.post.isEmpty })
    }
}
