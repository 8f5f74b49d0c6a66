import Files
import Web

/// What was said, the newest first, with the files behind it.
struct EvidenceCourse {
    let steps: [EvidenceStep]
    let unit: String
    /// Where its files are read.
    let file: (Int64) -> String

    var html: HTML {
        guard !steps.isEmpty else { return .empty }
        return """
            <h2>经过</h2>
            \(Timeline(steps.reversed().map { .init($0.at, entry($0), $0.kind == .returned ? .bad : .done) }).html)
            """
    }

    private func entry(_ step: EvidenceStep) -> HTML {
        let amount: HTML = step.amount.map { "：\($0.shortText) \(unit)" } ?? .empty
        return """
            <strong>\(step.name)：\(step.kind.chinese)\(amount)</strong>\(if: !step.words.isEmpty, "<br>\(step.words)")\
            \(each: step.files, { "<br><a href=\"\(file($0.file))\">\($0.name)</a>" })
            """
    }
}

extension WebResponse {
    /// A file that proves something, to whoever may read what it proves. Call it outside of any transaction.
    static func evidence(_ readable: ReadableFile) async throws -> WebResponse {
        let content = try await readable.open()
        return .file(
            content.pieces, sizeBytes: content.sizeBytes, name: readable.file.name,
            contentType: readable.file.mediaType.rawValue
        ).header("Cache-Control", "private, no-store")
    }
}

extension Int {
    /// Hundredths without what says nothing: `3`, `3.5`, `-0.25`.
    var shortText: String {
        var text = pointsText
        while text.hasSuffix("0") { text.removeLast() }
        return text.hasSuffix(".") ? String(text.dropLast()) : text
    }

    /// Hundredths of a number that was typed; nil for anything else.
    init?(typed text: String) {
        guard let match = text.wholeMatch(of: /(-?)([0-9]{1,9})(?:\.([0-9]{1,2}))?/), let whole = Int(match.2)
        else { return nil }
        let rest = (match.3.map(String.init) ?? "") + "00"
        let amount = whole * 100 + (Int(rest.prefix(2)) ?? 0)
        self = match.1.isEmpty ? amount : -amount
    }
}
