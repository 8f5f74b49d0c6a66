import Foundation
import Refusals

/// The name somebody is known by on the forum: not their own, and nobody's who speaks for the government.
struct Nickname: Sendable, Hashable {
    let text: String

    /// - Parameters:
    ///   - organs: the names of all organs.
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
        let posed = (rules.nicknames + organs).map(Self.folded).first { !$0.isEmpty && folded.contains($0) }
        guard posed == nil else {
            throw DomainError.invalid("nickname", "昵称不能让人以为是政府部门或者论坛的管理人员，请换一个。")
        }
        guard !folded.contains(/1[3-9]\d{9}/) else {
            throw DomainError.invalid("nickname", "请不要把电话号码当作昵称。")
        }
        self.text = text
    }

    /// As names are compared: neither width nor case nor marks make another.
    static func folded(_ text: String) -> String {
        text.precomposedStringWithCompatibilityMapping.lowercased().filter { $0.isLetter || $0.isNumber }
    }
}
