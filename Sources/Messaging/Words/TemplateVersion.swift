import Storage
import WorkingTime

/// One published version of a template: of a sentence of the house, or of what a program sends.
public struct TemplateVersion: Sendable, Hashable, Identifiable {
    /// Ours.
    public let id: Int64
    /// Which template: the key of a sentence, or the code of a program's template.
    public let key: String
    /// 1 and upwards.
    public let version: Int
    /// The program it belongs to; 0 for the house.
    public let programID: Int64
    /// The way a program's template goes; nil for the house, whose sentences go all ways.
    public let channel: OutwardChannel?
    /// What it is called.
    public let name: String
    /// What it says.
    public let texts: TemplateTexts
    /// When it was published.
    public let publishedAt: Instant
    /// Who published it.
    public let publisher: String
    /// Whether it is what is sent today.
    public let isCurrent: Bool

    /// The text of its way, for a program's template.
    public var body: MessageText { channel == .mail ? texts.mail : texts.sms }

    /// Every placeholder of what goes out by its way.
    public var placeholders: [String] {
        let subject = channel == .mail ? texts.mailSubject.placeholders : []
        return subject + body.placeholders.filter { !subject.contains($0) }
    }
}
