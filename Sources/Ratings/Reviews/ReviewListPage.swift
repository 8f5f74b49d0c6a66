import Web
import WorkingTime

/// The bad ratings of one state.
struct ReviewListPage {
    let reviews: [RatingReview]
    let ratings: [Int64: ServiceRating]
    let names: [String: String]
    let state: RatingReview.State
    let today: CivilDate
    let pager: Pager

    var page: Page {
        Page(
            "差评办理", crumbs: [Link("工作台", "/desk"), Link("差评办理", nil)], width: .wide, area: .desk,
            body: """
                <h1>差评办理</h1>
                <p class="lead">给出「不满意」「非常不满意」的，先联系核实，再整改，最后回访。认为评价不实的可以申诉，由另一人裁定。</p>
                <p>\(each: RatingReview.State.allCases, link)</p>
                \(reviews.isEmpty ? EmptyState("没有\(state.chinese)的差评", "<p>别的状态可以在上面选择。</p>").html : table)
                \(pager.html)
                """)
    }

    private func link(_ wanted: RatingReview.State) -> HTML {
        wanted == state
            ? "<strong>\(wanted.chinese)</strong>　"
            : "<a href=\"\(RatingPath.reviews)?state=\(wanted.rawValue)\">\(wanted.chinese)</a>　"
    }

    private var table: HTML {
        Table(
            "差评", columns: [.init("评价"), .init("部门"), .init("事项"), .init("来源"), .init("接下来")],
            rows: reviews.map { review in
                let rating = ratings[review.id]
                return [
                    "<a href=\"\(RatingPath.review(String(review.id)))\">\(rating?.label ?? "")，\(rating?.ratedAt.shortChinese ?? "")</a>",
                    "\(names[review.organ] ?? review.organ)", "\(rating?.item ?? "")",
                    "\(rating?.source.chinese ?? "")", review.nextBadge(on: today),
                ]
            }
        ).html
    }
}

extension RatingReview {
    /// What is next and by when, in words and a colour.
    func nextBadge(on today: CivilDate) -> HTML {
        guard let next else { return StatusBadge(state.chinese, .done).html }
        let isLate = isLate(on: today)
        let words = "\(next.step)，\(next.due.shortChinese)前\(isLate ? "，已超期" : "")"
        return StatusBadge(words, isLate ? .late : .near).html
    }
}
