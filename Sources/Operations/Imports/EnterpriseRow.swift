import CSV
import Codes
import Government
import Refusals
import WorkingTime

/// One row of an enterprise file: what it says, and what is wrong with it.
struct EnterpriseRow: Sendable {
    /// The line of the file on which it begins.
    let line: Int
    /// The cells as they can be shown, in the order of the file.
    let texts: [String]
    /// The enterprise, or every reason why there is none.
    let entity: Result<LegalEntity, EnterpriseMistakes>

    /// Reads a record.
    ///
    /// - Parameter id: the id of the enterprise, if it is new.
    init(_ record: CSVRecord, id: Int64, by layout: EnterpriseLayout) {
        line = record.line
        do throws(CSVFault) {
            let cells = try record.cells.get()
            let decoded = cells.map(layout.encoding.text)
            texts = decoded.map { $0 ?? "" }
            guard !decoded.contains(nil) else {
                entity = .failure(["有的字符无法按 \(layout.encoding.rawValue) 编码识别，请重新录入。"])
                return
            }
            entity = EnterpriseCells(texts, by: layout).entity(id: id, in: layout)
        } catch {
            texts = []
            entity = .failure([error.sentence])
        }
    }
}

/// What is wrong with a row, a sentence for each mistake.
struct EnterpriseMistakes: Error, Sendable, ExpressibleByArrayLiteral {
    var sentences: [Sentence]

    init(_ sentences: [Sentence]) { self.sentences = sentences }
    init(arrayLiteral elements: Sentence...) { sentences = elements }
}

/// How the rows of a file are to be read.
struct EnterpriseLayout: Sendable {
    let encoding: CSVEncoding
    /// The column of each cell; nil for one that is passed over.
    let columns: [EnterpriseColumn?]
    /// The divisions of the district.
    let divisions: Set<DivisionCode>
    let today: CivilDate
}
