import CSV

/// How far an import has come, and what came of its rows.
struct ImportTally: Sendable, Hashable, Codable {
    /// Where the next step begins to read.
    var position: CSVReader.Position
    /// 新增
    var added = 0
    /// 更新
    var updated = 0
    /// 未变
    var unchanged = 0
    /// 有误
    var wrong = 0

    /// A beginning.
    init(from position: CSVReader.Position) { self.position = position }

    /// `新增 3 家，更新 1 家，未变 0 家，有误 2 行`.
    var words: String { "新增 \(added) 家，更新 \(updated) 家，未变 \(unchanged) 家，有误 \(wrong) 行" }
}
