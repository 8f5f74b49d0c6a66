import Refusals
import Web

/// What keeps a model from being switched on.
struct ModelFaults {
    private let faults: [Sentence]

    init(_ faults: [Sentence]) { self.faults = faults }

    var html: HTML {
        guard !faults.isEmpty else { return .empty }
        return Notice(
            "检查发现 \(faults.count) 个问题", "<ul>\(each: faults, { "<li>\($0)</li>" })</ul>", tone: .error
        ).html
    }
}
