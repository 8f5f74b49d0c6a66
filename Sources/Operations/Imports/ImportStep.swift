import Codes
import Government
import Refusals
import Storage

/// What one step of an import has done with its rows.
struct ImportStep {
    private(set) var wrong: [(row: EnterpriseRow, mistakes: EnterpriseMistakes)] = []
    private var registrations: [Directory.Registration] = []

    /// Takes the rows over that can be, each code only once in a file.
    init(_ rows: [EnterpriseRow], of job: Int64, in tx: Transaction) throws {
        let codes = rows.compactMap { try? $0.entity.get().creditCode }
        var lines = try ImportLines.earlier(codes, of: job, in: tx)
        var taken: [(entity: LegalEntity, line: Int)] = []
        for row in rows {
            switch row.entity {
            case .failure(let mistakes): wrong.append((row, mistakes))
            case .success(let entity):
                if let line = lines[entity.creditCode.text] {
                    wrong.append((row, ["统一社会信用代码与第 \(line) 行重复，以第 \(line) 行为准。"]))
                } else {
                    lines[entity.creditCode.text] = row.line
                    taken.append((entity, row.line))
                }
            }
        }
        try ImportLines.note(taken.map { ($0.entity.creditCode, $0.line) }, of: job, in: tx)
        registrations = try Directory.takeOver(taken.map(\.entity), in: tx)
    }

    func add(to tally: inout ImportTally) {
        tally.wrong += wrong.count
        for registration in registrations {
            switch registration {
            case .added: tally.added += 1
            case .updated: tally.updated += 1
            case .unchanged: tally.unchanged += 1
            }
        }
    }
}
