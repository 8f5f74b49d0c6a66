import Refusals
import Storage
import Synchronization

/// What the house's sentences say at present: as they were delivered, or as somebody has published since. In memory, for
/// it is asked for every message.
public final class TemplateBook: Sendable {
    /// What is announced when a template was published: every node then reads them again.
    public static let topic = "message-templates"

    private let sentences: [String: HouseTemplate]
    private let keys: [String: HouseTemplate]
    private let published = Mutex<[String: TemplateTexts]>([:])

    /// The house's templates, in the order in which they were delivered.
    public let templates: [HouseTemplate]

    /// A book of these templates.
    public init(_ templates: [HouseTemplate] = []) {
        self.templates = templates
        sentences = Dictionary(templates.map { ($0.sentence, $0) }) { first, _ in first }
        keys = Dictionary(templates.map { ($0.key, $0) }) { first, _ in first }
    }

    /// The template of this key.
    public func template(_ key: String) -> HouseTemplate? { keys[key] }

    /// The template of a sentence; nil for a sentence that stands in no list, which goes as it is.
    func template(of sentence: Sentence) -> HouseTemplate? { sentences[sentence.template] }

    /// What somebody has published; nil while it says what was delivered.
    func texts(of template: HouseTemplate) -> TemplateTexts? { published.withLock { $0[template.key] } }

    /// The sentence as it is put into the inbox. One that nobody has rewritten stays a sentence with parameters, which
    /// other languages know.
    func inSite(_ sentence: Sentence) -> Sentence {
        guard let template = template(of: sentence), let texts = texts(of: template),
            let text = try? texts.inSite.filled(template.named(sentence.parameters))
        else { return sentence }
        return Sentence(template: "{}", parameters: [text])
    }

    /// Reads what was published.
    public func reload(from database: Database) async throws {
        let versions = try await database.read { try TemplateStore.current(of: TemplateStore.house, in: $0) }
        let texts = versions.reduce(into: [:]) { $0[$1.key] = $1.texts }
        published.withLock { $0 = texts }
    }
}
