import CSV
import Storage

/// The report of a takeover as lines of CSV, some hundreds at a time while they are sent.
struct ReportPieces: AsyncSequence, Sendable {
    let takeover: Int64
    let database: Database

    func makeAsyncIterator() -> Iterator { Iterator(takeover: takeover, database: database) }

    struct Iterator: AsyncIteratorProtocol {
        let takeover: Int64
        let database: Database
        private var last: Int?

        init(takeover: Int64, database: Database) { (self.takeover, self.database) = (takeover, database) }

        mutating func next() async throws -> String? {
            guard let last else {
                self.last = 0
                return CSVLine.mark + CSVLine.text(["行号", "账号或者原编号", "结果", "说明", "办件编号"])
            }
            let lines = try await database.read { [takeover] tx in
                try LineStore.lines(of: takeover, nil, after: last, limit: 500, in: tx)
            }
            guard let end = lines.last else { return nil }
            self.last = end.number
            return lines.map { line in
                CSVLine.text([
                    String(line.number), line.name, line.verdict.chinese, line.words, line.caseNumber ?? "",
                ])
            }.joined()
        }
    }
}
