import ChineseScript
import Web

/// Puts pages into traditional characters. There are no words it has none for.
struct TraditionalTranslator: Translator {
    private let script: TraditionalScript
    private let back: TraditionalScript
    let locale: String

    /// Nil when the tables of OpenCC are not installed: then the language is not offered.
    init?(_ usage: TraditionalScript.Usage, exceptions: [String: String]) {
        let reversed = Dictionary(exceptions.map { ($0.value, $0.key) }) { first, _ in first }
        guard let script = TraditionalScript(usage, exceptions: exceptions),
            let back = TraditionalScript(usage, reversed: true, exceptions: reversed)
        else { return nil }
        (self.script, self.back) = (script, back)
        locale = usage == .hongKong ? "zh_HK" : "zh_TW"
    }

    func translate(_ text: String) -> String? { script.convert(text) }

    func original(of question: String) -> String { back.convert(question) }
}
