/// Something that keeps a table from deciding.
public struct DecisionFinding: Error, Sendable, Hashable, CustomStringConvertible {
    /// Where it is.
    public enum Place: Sendable, Hashable {
        /// The table as a whole.
        case table
        /// A line of the file, counted from 1, and the element there.
        case line(Int, element: String)
        /// The heading of an input, counted from 0.
        case input(Int)
        /// The heading of an output, counted from 0.
        case output(Int)
        /// A cell: the rule from 1, the input from 0.
        case condition(rule: Int, input: Int)
        /// A cell: the rule from 1, the output from 0.
        case conclusion(rule: Int, output: Int)
        /// A rule from 1.
        case rule(Int)
    }

    /// Where it is.
    public let place: Place
    /// The character of the cell, counted from 1, where it is one.
    public let column: Int?
    /// What is wrong, in Chinese.
    public let message: String

    init(_ place: Place, _ message: String, column: Int? = nil) {
        self.place = place
        self.message = message
        self.column = column
    }

    init(_ place: Place, _ error: FEELError) { self.init(place, error.message, column: error.column) }

    /// `规则 3 的输入 2，第 5 列：表达式不完整`.
    public var description: String {
        let position = column.map { "，第 \($0) 列" } ?? ""
        return place.words + position + "：" + message
    }
}

extension DecisionFinding.Place {
    /// Where it is, for a person: columns are counted from 1.
    var words: String {
        switch self {
        case .table: "判定表"
        case .line(let line, let element): "第 \(line) 行" + (element.isEmpty ? "" : " " + element)
        case .input(let input): "输入 \(input + 1)"
        case .output(let output): "输出 \(output + 1)"
        case .condition(let rule, let input): "规则 \(rule) 的输入 \(input + 1)"
        case .conclusion(let rule, let output): "规则 \(rule) 的输出 \(output + 1)"
        case .rule(let rule): "规则 \(rule)"
        }
    }
}

/// Everything at once that keeps a table from deciding, or a file from being read.
public struct DecisionFindings: Error, Sendable, Hashable {
    /// One or more.
    public let findings: [DecisionFinding]
}
