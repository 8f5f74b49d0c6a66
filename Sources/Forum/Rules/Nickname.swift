import Foundation
import Refusals

/// The name somebody is known by on the forum: not their own, and nobody's who speaks for the government.
struct Nickname: Sendable, Hashable {
    let text: String

    /// - Parameters:
    ///   - organs: the names of all organs, short and in full.
    ///   - realName: their own, which does not stand here.
    /// - Throws: `invalid` at the field.
    init(_ text: String, rules: ForumRules.Words, organs: [String], realName: String) throws {
        let folded = Self.folded(text)
        guard (2...16).contains(text.count),
            text.allSatisfy({ $0.isLetter || $0.isNumber || "-_·".contains($0) }),
            folded.count >= 2
        else { throw DomainError.invalid("nickname", "昵称用 2 到 16 个汉字、字母或者数字。") }
        guard folded != Self.folded(realName) else {
            throw DomainError.invalid("nickname", "昵称人人都看得到，请不要用真实姓名。")
        }
        let names = organs.map(Self.folded)
        let isPosing =
            (rules.nicknames.map(Self.folded) + names).contains { !$0.isEmpty && folded.contains($0) }
            || names.contains { Self.shortens(folded, $0) }
        guard !isPosing else {
            throw DomainError.invalid("nickname", "昵称不能让人以为是政府部门或者论坛的管理人员，请换一个。")
        }
        guard !folded.contains(/1[3-9]\d{9}/) else {
            throw DomainError.invalid("nickname", "请不要把电话号码当作昵称。")
        }
        guard !rules.blocked.map(Self.folded).contains(where: { !$0.isEmpty && folded.contains($0) }) else {
            throw DomainError.invalid("nickname", "昵称里有论坛不能用的词语，请换一个。")
        }
        self.text = text
    }

    /// Whether people read an organ's name out of it as they shorten it: 市监局 for 市场监督管理局, whose first and last
    /// characters it has, and in between some of the others in their order.
    private static func shortens(_ folded: String, _ organ: String) -> Bool {
        let (letters, name) = (Array(folded), Array(organ))
        guard let first = name.first, let last = name.last, "局委办".contains(last) else { return false }
        for start in letters.indices where letters[start] == first {
            for end in letters.indices where end >= start + 2 && letters[end] == last {
                if isPart(letters[start...end], of: name) { return true }
            }
        }
        return false
    }

    /// Whether a name has all of these characters, in this order.
    private static func isPart(_ letters: ArraySlice<Character>, of name: [Character]) -> Bool {
        var rest = name[...]
        for letter in letters {
            guard let place = rest.firstIndex(of: letter) else { return false }
            rest = rest[(place + 1)...]
        }
        return true
    }

    /// As names are compared: neither width nor case nor marks make another.
    static func folded(_ text: String) -> String {
        text.precomposedStringWithCompatibilityMapping.lowercased().filter { $0.isLetter || $0.isNumber }
    }
}
