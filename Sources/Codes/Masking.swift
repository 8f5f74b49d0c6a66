/// How personal data is shown to people who need not know all of it (个人信息保护法 art. 51).
public enum Masking {
    /// The family name and a star for every further character: `张*`, `欧阳**`. A name of one character is all star. A
    /// pseudonym is no name: masked it would read like one.
    public static func name(_ name: String) -> String {
        let name = TypedText.trimmed(name)
        guard Pseudonym(rawValue: name) == nil else { return name }
        let isCompound = name.count > 2 && compoundFamilyNames.contains(String(name.prefix(2)))
        let shown = name.count < 2 ? 0 : isCompound ? 2 : 1
        return name.prefix(shown) + String(repeating: "*", count: name.count - shown)
    }

    /// `138****5678`; for a number that is no mobile number, everything but the last four characters.
    public static func phone(_ phone: String) -> String {
        if let mobile = try? MobileNumber(phone) { return mobile.masked }
        return hideAllButLastFour(phone)
    }

    /// `441202********1232`; for a text that is no identity number, everything but the last four characters.
    public static func identityNumber(_ number: String) -> String {
        if let number = try? IdentityNumber(number) { return number.masked }
        return hideAllButLastFour(number)
    }

    /// `***************1232`: everything but the last four digits.
    public static func bankAccount(_ account: String) -> String { hideAllButLastFour(account) }

    /// The beginning of an address, which names the street or the village, and a star for every further character.
    public static func address(_ address: String) -> String {
        let address = TypedText.trimmed(address)
        let shown = address.count > 8 ? 6 : address.count / 2
        return address.prefix(shown) + String(repeating: "*", count: address.count - shown)
    }

    /// Another document's number, a foreign passport or a landline: a short one is hidden whole.
    private static func hideAllButLastFour(_ text: String) -> String {
        let text = TypedText.trimmed(text)
        let shown = text.count >= 8 ? 4 : 0
        return String(repeating: "*", count: text.count - shown) + text.suffix(shown)
    }

    /// The two-character family names in use.
    private static let compoundFamilyNames: Set = [
        "欧阳", "上官", "司马", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯", "诸葛", "尉迟", "公羊", "赫连", "澹台",
        "皇甫", "宗政", "濮阳", "公冶", "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离", "长孙", "宇文", "司徒", "鲜于",
        "司空", "令狐", "端木", "轩辕", "呼延", "百里", "东郭", "西门", "拓跋", "第五", "左丘", "梁丘",
    ]
}
