import Foundation
import Refusals

/// What a paper says before its blanks are filled in: a title, and lines of which each becomes a paragraph.
public struct PaperTemplate: Codable, Sendable, Hashable {
    /// What it is a template of.
    public let form: PaperForm
    /// The title of the paper.
    public internal(set) var title: String
    /// The paragraphs, one a line.
    public internal(set) var text: [String]

    /// The most lines and the most characters of a template, and the longest title.
    public static let limits = (lines: 60, characters: 6_000, title: 30)

    /// A template, its text cut into lines; blanks at the ends of lines and empty lines are of no matter.
    public init(form: PaperForm, title: String, text: String) {
        self.form = form
        self.title = title.trimmingCharacters(in: .whitespaces)
        self.text = text.split(whereSeparator: \.isNewline)
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    /// The text as it is edited.
    public var words: String { text.joined(separator: "\n") }

    /// The paragraphs of a paper.
    ///
    /// A line that is nothing but one blank becomes as many paragraphs as there is to say, and none when there is nothing;
    /// within a line several things stand after one another.
    public func paragraphs(_ values: [PaperBlank: [String]]) -> [String] {
        text.flatMap { line -> [String] in
            let pieces = Self.pieces(of: line)
            if pieces.count == 1, case .blank(let name) = pieces[0] {
                return PaperBlank(rawValue: name).flatMap { values[$0] } ?? []
            }
            return [pieces.map { $0.words(values) }.joined()]
        }
    }

    /// What a reader would see with the samples of each blank.
    public var preview: [String] {
        paragraphs(
            Dictionary(uniqueKeysWithValues: form.blanks.map { ($0, $0.sample) }))
    }
}

extension PaperTemplate {
    enum Piece: Hashable {
        case words(String)
        case blank(String)
        /// A brace without its other half.
        case brace

        func words(_ values: [PaperBlank: [String]]) -> String {
            switch self {
            case .words(let words): words
            case .blank(let name):
                PaperBlank(rawValue: name).flatMap { values[$0] }?.joined(separator: "；") ?? ""
            case .brace: ""
            }
        }
    }

    /// A line as words and blanks.
    static func pieces(of line: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = line[...]
        while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            if brace > rest.startIndex { pieces.append(.words(String(rest[..<brace]))) }
            let after = rest.index(after: brace)
            guard rest[brace] == "{", let end = rest[after...].firstIndex(where: { $0 == "{" || $0 == "}" }),
                rest[end] == "}"
            else {
                pieces.append(.brace)
                rest = rest[after...]
                continue
            }
            pieces.append(.blank(String(rest[after..<end])))
            rest = rest[rest.index(after: end)...]
        }
        if !rest.isEmpty { pieces.append(.words(String(rest))) }
        return pieces
    }

    /// Every blank that stands in it, by its name.
    var blankNames: [String] {
        text.flatMap(Self.pieces(of:)).compactMap { if case .blank(let name) = $0 { name } else { nil } }
    }

    /// What keeps it from being used, in words for whoever edits it; empty when nothing does.
    public var findings: [Sentence] {
        sizeFindings + blankFindings
    }

    private var sizeFindings: [Sentence] {
        var found: [Sentence] = []
        if title.isEmpty { found.append("请写明文书的标题。") }
        if title.count > Self.limits.title {
            found.append("标题最多 \(Self.limits.title) 字，现在有 \(title.count) 字。")
        }
        if text.isEmpty { found.append("请写明文书的正文。") }
        if text.count > Self.limits.lines || words.count > Self.limits.characters {
            found.append("正文最多 \(Self.limits.lines) 段、\(Self.limits.characters) 字，请精简。")
        }
        let isPlain = (title + words).unicodeScalars.allSatisfy { $0.value >= 32 || $0 == "\n" }
        if !isPlain { found.append("文字中有不能印出的控制字符，请删除。") }
        return found
    }

    private var blankFindings: [Sentence] {
        var found: [Sentence] = []
        for (place, line) in text.enumerated() where Self.pieces(of: line).contains(.brace) {
            found.append("第 \(place + 1) 段的花括号不成对。")
        }
        let (names, allowed) = (blankNames, Set(form.blanks.map(\.rawValue)))
        var told: Set<String> = []
        for name in names where !allowed.contains(name) && told.insert(name).inserted {
            found.append("这种文书没有「{\(name)}」可填，请改用下面列出的填空。")
        }
        for blank in form.required where !names.contains(blank.rawValue) {
            found.append("少了必须有的「{\(blank.rawValue)}」。")
        }
        return found
    }
}
