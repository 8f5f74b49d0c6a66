import Refusals

/// What points are called (等次): a name that holds from so many points on.
struct Grade: Sendable, Hashable, Decodable {
    let name: String
    /// Whole points, out of a hundred.
    let from: Int
}

/// The grades of a model, as 优秀, 良好, 合格, 不合格. They are data of the version: a frozen period keeps its version, and so
/// its grades.
struct GradeScale: Sendable, Hashable {
    /// The best first.
    let grades: [Grade]

    init(_ grades: [Grade]) { self.grades = grades.sorted { $0.from > $1.from } }

    var isEmpty: Bool { grades.isEmpty }
    /// `优秀 90 分起、良好 80 分起`.
    var words: String { grades.map { "\($0.name) \($0.from) 分起" }.joined(separator: "、") }

    /// The grade of points in hundredths; nil in a model that has none.
    func name(of points: Int) -> String? {
        (grades.first { points >= $0.from * 100 } ?? grades.last)?.name
    }

    /// How many of some points have each grade: `优秀 3 个、良好 5 个`.
    func spread(of points: [Int]) -> String {
        let names = points.compactMap(name)
        return grades.map { grade in "\(grade.name) \(names.count { $0 == grade.name }) 个" }
            .joined(separator: "、")
    }

    /// What is wrong with it.
    var faults: [Sentence] {
        guard let lowest = grades.last else { return [] }
        guard (2...10).contains(grades.count), Set(grades.map(\.name)).count == grades.count,
            Set(grades.map(\.from)).count == grades.count
        else { return ["等次要有 2 至 10 个，名称和起点都不能重复。"] }
        guard grades.allSatisfy({ (1...20).contains($0.name.count) && $0.from <= 120 }) else {
            return ["等次的名称不超过 20 个字，起点不超过 120 分。"]
        }
        return lowest.from <= 0 ? [] : ["最低的等次「\(lowest.name)」要从 0 分起，不然有的得分没有等次。"]
    }
}
