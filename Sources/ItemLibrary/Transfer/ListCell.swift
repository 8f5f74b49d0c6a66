/// Several things in one cell: `甲｜乙`, or a line each as people enter them, or `甲；乙`.
enum ListCell {
    private static let bar: Character = "｜"

    static func text(_ parts: [String]) -> String {
        let text = parts.joined(separator: String(bar))
        // One thing with a semicolon in it would be read as two.
        return parts.count == 1 && text.contains(where: { "；;\n".contains($0) }) ? text + String(bar) : text
    }

    static func parts(_ text: String) -> [String] {
        let separators: Set<Character> =
            text.contains(bar) ? [bar] : text.contains("\n") ? ["\n"] : ["；", ";"]
        return text.split { separators.contains($0) }.map(\.trimmed).map(withoutNumber).filter { !$0.isEmpty }
    }

    /// `1.已取得营业执照` and `（1）…` are how people count lines.
    private static func withoutNumber(_ text: String) -> String {
        let rest = text.replacing(
            /^(?:[0-9]{1,2}[.、．](?![0-9])|[（(][0-9]{1,2}[）)])\s*/, with: "", maxReplacements: 1)
        return rest.isEmpty ? text : rest
    }
}
