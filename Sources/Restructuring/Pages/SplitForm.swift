import Refusals
import Web

/// How what an organ does is divided, as it was entered: items and posts by choice, cases line by line.
struct SplitForm: Sendable {
    static let itemPrefix = "item:"
    static let postPrefix = "post:"

    private let items: [String: String]
    private let posts: [String: String]
    private let cases: [String: String]

    /// - Throws: `invalid` for a line that is no number with an organ.
    init(_ form: FormData) throws {
        func chosen(_ prefix: String) -> [String: String] {
            let named = form.names.filter { $0.hasPrefix(prefix) }
                .map { (String($0.dropFirst(prefix.count)), form[$0] ?? "") }
            return Dictionary(named.filter { !$0.1.isEmpty }) { first, _ in first }
        }
        (items, posts) = (chosen(Self.itemPrefix), chosen(Self.postPrefix))
        var cases: [String: String] = [:]
        for line in (form["cases"] ?? "").split(separator: "\n") {
            let words = line.split(whereSeparator: \.isWhitespace)
            guard words.count == 2 else {
                throw DomainError.invalid("cases", "每行写一个办件编号和一个部门代号，中间空格：\(line)")
            }
            cases[String(words[0])] = String(words[1])
        }
        guard cases.count <= 200 else { throw DomainError.invalid("cases", "逐件指定最多 200 件，请按事项分配。") }
        self.cases = cases
    }

    /// The split with this division; who gets the rest need not be named.
    func applied(to split: RestructuringStep.Split) -> RestructuringStep.Split {
        var divided = split
        divided.items = items.filter { $0.value != split.rest }
        divided.posts = posts.filter { $0.value != split.rest }
        divided.cases = cases
        return divided
    }
}

extension RestructuringStep.Split {
    /// The cases by hand, as they are entered.
    var caseLines: String {
        cases.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: "\n")
    }
}
