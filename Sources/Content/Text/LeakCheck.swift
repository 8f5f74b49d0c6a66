import Codes
import Foundation
import Refusals
import Yams

/// What may not go out unnoticed: numbers of persons and accounts, markings of secrecy, words that are wrong.
///
/// Numbers are looked for by their check digits, so that a number of a document or an amount is not taken for one.
struct LeakCheck: Sendable {
    /// Something that was found.
    struct Finding: Sendable, Hashable {
        /// Where: the name of a field.
        let field: String
        /// What and what to do, the number masked.
        let sentence: Sentence
        /// Whether it keeps the text from being published.
        let isBarrier: Bool
    }

    /// A word with the one to say instead.
    struct Word: Decodable, Sendable {
        let find: String
        let say: String
    }

    /// The lists of words, which are data.
    struct Words: Decodable, Sendable {
        let wrong: [Word]
        let markings: [String]
    }

    private let words: Words

    /// The words that should not be used, with those to say instead.
    var listed: [Word] { words.wrong }

    init(_ words: Words) { self.words = words }

    /// The lists that come with the program.
    /// - Throws: a decoding error when the delivered file is damaged.
    static func delivered() throws -> LeakCheck {
        let file = Bundle.module.bundleURL.appending(path: "Resources/words.yaml")
        return LeakCheck(try YAMLDecoder().decode(Words.self, from: Data(contentsOf: file)))
    }

    /// Everything that is found in a manuscript.
    func findings(in manuscript: Manuscript) -> [Finding] {
        let english = manuscript.english?.texts.map { ($0.field, $0.text) } ?? []
        let chinese = [
            ("title", manuscript.title), ("summary", manuscript.summary), ("body", manuscript.body),
        ]
        return (chinese + english + manuscript.factTexts.map { ($0.field, $0.text) }).flatMap {
            findings(in: $0.1, of: $0.0)
        }
    }

    /// What is found in a file that goes with a text; of one whose words cannot be read somebody has to look at each page.
    func findings(named name: String, _ words: String?) -> [Finding] {
        let named = findings(in: name, of: "files")
        guard let words else {
            return named + [
                Finding(field: "files", sentence: "附件「\(name)」里的文字读不出来（可能是扫描件），请打开逐页审查。", isBarrier: false)
            ]
        }
        return named
            + findings(in: words, of: "files").map {
                Finding(
                    field: "files", sentence: "附件「\(name)」：\($0.sentence.chinese)", isBarrier: $0.isBarrier)
            }
    }

    private func findings(in text: String, of field: String) -> [Finding] {
        let numbers = Self.runs(of: text).compactMap { number($0, field) }
        let markings = words.markings.filter(text.contains).map {
            Finding(field: field, sentence: "有密级或内部标识「\($0)」，不能公开。", isBarrier: true)
        }
        let wrong = words.wrong.filter { text.contains($0.find) }.map {
            Finding(field: field, sentence: "「\($0.find)」建议改为「\($0.say)」。", isBarrier: false)
        }
        return numbers + markings + wrong
    }

    private func number(_ digits: String, _ field: String) -> Finding? {
        if let number = try? IdentityNumber(digits) {
            return Finding(field: field, sentence: "有公民身份号码 \(number.masked)，请隐去。", isBarrier: true)
        }
        if digits.wholeMatch(of: /(62|4|5[1-5])[0-9]{14,17}/) != nil, digits.count <= 19, Self.isLuhn(digits)
        {
            return Finding(
                field: field, sentence: "像是银行卡号（尾号 \(digits.suffix(4))），请隐去。", isBarrier: true)
        }
        if digits.wholeMatch(of: /1[3-9][0-9]{9}/) != nil {
            return Finding(
                field: field, sentence: "有手机号码 \(Masking.phone(digits))，请确认可以公开。", isBarrier: false)
        }
        return nil
    }

    /// The runs of digits, with what people put between them taken out and the wide ones made narrow.
    static func runs(of text: String) -> [String] {
        var (runs, run) = ([String](), "")
        var gap = 0
        for character in text {
            if let digit = digit(character) {
                run += String(digit)
                gap = 0
            } else if "xXｘＸ".contains(character), run.count == 17 {
                run += "X"
                gap = 0
            } else if !run.isEmpty, gap == 0, " -　·".contains(character) {
                gap += 1
            } else {
                if !run.isEmpty { runs.append(run) }
                (run, gap) = ("", 0)
            }
        }
        return run.isEmpty ? runs : runs + [run]
    }

    private static func digit(_ character: Character) -> Int? {
        guard character.isASCII || ("０"..."９").contains(character) else { return nil }
        return character.wholeNumberValue
    }

    /// ISO/IEC 7812-1, the check digit of cards.
    private static func isLuhn(_ digits: String) -> Bool {
        let sum = digits.reversed().enumerated().reduce(0) { sum, next in
            let digit = next.element.wholeNumberValue ?? 0
            let doubled = next.offset % 2 == 1 ? digit * 2 : digit
            return sum + (doubled > 9 ? doubled - 9 : doubled)
        }
        return sum % 10 == 0 && Set(digits).count > 1
    }
}
