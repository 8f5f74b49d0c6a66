import CSV
import Refusals

/// The rows that could not be taken over, as a table that can be corrected and imported again.
struct WrongLines {
    /// The column of each cell of the file.
    let columns: [EnterpriseColumn?]

    /// The titles of the columns.
    var head: String {
        CSVLine.mark + CSVLine.text(EnterpriseColumn.remarks + columns.compactMap { $0?.rawValue })
    }

    func line(_ row: EnterpriseRow, _ mistakes: EnterpriseMistakes) -> String {
        let cells = zip(columns, row.texts).filter { $0.0 != nil }.map(\.1)
        let reasons = mistakes.sentences.map(\.chinese).joined()
        return CSVLine.text([String(row.line), reasons] + cells)
    }
}
