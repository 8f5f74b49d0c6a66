/// A passage of a version that was changed because of a comment.
struct PassageChange: Sendable, Hashable {
    let version: Int
    let anchor: String
    let heading: String

    /// By the numbers of the comments, the earliest version first.
    static func byComment(_ versions: [PublishedVersion]) -> [Int: [PassageChange]] {
        var changes: [Int: [PassageChange]] = [:]
        for version in versions.sorted(by: { $0.version < $1.version }) {
            for passage in version.passages {
                let change = PassageChange(
                    version: version.version, anchor: passage.anchor, heading: passage.heading)
                for number in passage.because { changes[number, default: []].append(change) }
            }
        }
        return changes
    }
}
