/// A passage of a version that was changed, or went, because of a comment.
struct PassageChange: Sendable, Hashable {
    let version: Int
    let anchor: String
    let heading: String
    let isRemoval: Bool

    /// By the numbers of the comments, the earliest version first.
    static func byComment(_ versions: [PublishedVersion]) -> [Int: [PassageChange]] {
        var changes: [Int: [PassageChange]] = [:]
        for version in versions.sorted(by: { $0.version < $1.version }) {
            let gone = Set(version.removed.map(\.anchor))
            for passage in version.passages + version.removed {
                let change = PassageChange(
                    version: version.version, anchor: passage.anchor, heading: passage.heading,
                    isRemoval: gone.contains(passage.anchor))
                for number in passage.because { changes[number, default: []].append(change) }
            }
        }
        return changes
    }
}
