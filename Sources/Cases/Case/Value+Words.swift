import DecisionModel
import Foundation

extension Value {
    /// The answer as a line on a paper; `nil` when nothing was answered or it is no single line.
    ///
    /// - Parameter options: the words of picked options, by stored value.
    func words(_ options: [String: String]) -> String? {
        switch self {
        case .string(let text): options[text] ?? text
        case .number(let number): number.description
        case .bool(let flag): flag ? "是" : "否"
        case .list(let values): values.compactMap { $0.words(options) }.joined(separator: "、")
        case .null, .context: nil
        }
    }
}
