import Government
import Storage

/// What the page of a document shows that is written elsewhere: the organ it is about, as the directory has it, and the
/// documents a topic gathers, as far as they are out.
struct Surroundings: Sendable {
    /// The organ; nil where the document is about none.
    var organ: Organ?
    /// The parts of a topic.
    var sections: [(heading: String, lines: [PublishedLine])] = []

    /// Nothing from elsewhere.
    static let none = Surroundings()

    static func read(of manuscript: Manuscript, in tx: Transaction) throws -> Surroundings {
        let parts = manuscript.parts ?? []
        let lines = try PublicStore.published(parts.flatMap(\.documents), in: tx)
        let byID = Dictionary(lines.map { ($0.id, $0) }) { first, _ in first }
        return Surroundings(
            organ: try manuscript.facts?["organ"].flatMap { try Directory.organ($0, in: tx) },
            sections: parts.map { ($0.heading, $0.documents.compactMap { byID[$0] }) })
    }

    /// The documents it names.
    var documents: [Int64] { sections.flatMap { $0.lines.map(\.id) } }
}
