import Journal
import Refusals
import Storage

/// The rows of one table, with the places that differ.
struct CopyTable: Sendable {
    private enum Cell: Sendable {
        case same(SQLValue)
        case id(Int)
        case text(CopyText)
    }

    let table: StaticString
    private let rows: [(original: Row, cells: [Cell])]

    init(table: StaticString, rows: [Row], tokens: CopyTokens) {
        self.table = table
        self.rows = rows.map { row in
            let cells = row.values.map { value -> Cell in
                switch value {
                case .integer(let number): tokens.ids[number].map(Cell.id) ?? .same(value)
                case .text(let text) where tokens.texts.contains { text.contains($0.text) }:
                    .text(CopyText(text, tokens: tokens.texts))
                default: .same(value)
                }
            }
            return (row, cells)
        }
    }

    /// The rows of one copy.
    func copy(_ values: CopyValues) -> [Row] {
        rows.map { row in
            Row(
                like: row.original,
                values: row.cells.map { cell in
                    switch cell {
                    case .same(let value): value
                    case .id(let place): .integer(values.ids[place])
                    case .text(let text): .text(text.text(values.texts))
                    }
                })
        }
    }
}

/// One journal entry, with the places that differ.
struct CopyEntry: Sendable {
    private let entry: JournalEntry
    private let name: CopyText
    private let subject: CopyText
    private let parameters: [CopyText]
    private let detail: [String: CopyText]
    private let actor: Int?

    init(_ entry: JournalEntry, tokens: CopyTokens) {
        func text(_ text: String) -> CopyText { CopyText(text, tokens: tokens.texts) }
        self.entry = entry
        actor = tokens.ids[entry.actor.accountID]
        name = text(entry.actor.name)
        subject = text(entry.subject)
        parameters = entry.sentence.parameters.map(text)
        detail = entry.detail.mapValues(text)
    }

    /// The entry of one copy. What it says of the state before and after is left out: those fingerprints are of
    /// another matter.
    func copy(_ values: CopyValues) -> JournalEntry {
        let original = entry.actor
        let actor = Actor(
            accountID: self.actor.map { values.ids[$0] } ?? original.accountID, name: name.text(values.texts),
            organ: original.organ, roles: original.roles, channel: original.channel, address: original.address
        )
        return JournalEntry(
            at: entry.at, actor: actor, action: entry.action, subject: subject.text(values.texts),
            outcome: entry.outcome,
            sentence: Sentence(
                template: entry.sentence.template, parameters: parameters.map { $0.text(values.texts) }),
            isPublic: entry.isPublic, detail: detail.mapValues { $0.text(values.texts) })
    }
}

/// What stands at each place in one copy: as text, and as an id where it is one.
struct CopyValues: Sendable {
    let texts: [String]
    let ids: [Int64]
}
