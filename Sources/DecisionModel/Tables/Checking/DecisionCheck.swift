/// What a table leaves open and what it says twice.
///
/// It is certain where every cell compares with fixed values: enumerations, truth values, numbers, days, times
/// and their ranges. Where a cell asks something else, the check gives up and names the cell. Inputs that are
/// `null` are not looked at.
public struct DecisionCheck: Sendable, Hashable {
    /// Inputs for which no rule matches, unless every output has a default; the first twenty.
    public let gaps: [DecisionGap]
    /// Pairs of rules that match together though the hit policy does not bear it: any two for U, two with
    /// different outputs for A. The first fifty.
    public let overlaps: [DecisionOverlap]
    /// Rules that never count, from 1: because no allowed input reaches them, or under F because earlier
    /// rules take it all.
    public let unreachable: [Int]
    /// Why nothing, or not everything, could be checked; nil when it could.
    public let givenUp: DecisionFinding?

    /// Whether the table was checked from end to end and nothing was found.
    public var isSound: Bool { gaps.isEmpty && overlaps.isEmpty && unreachable.isEmpty && givenUp == nil }
}

/// Inputs for which no rule matches.
public struct DecisionGap: Sendable, Hashable, CustomStringConvertible {
    /// For each input that matters its heading and the values, for example `> 1000` or `"甲"`.
    public let inputs: [Part]

    /// An input and its values.
    public struct Part: Sendable, Hashable {
        /// The heading.
        public let input: String
        /// The values, as a cell of the table would write them.
        public let values: String
    }

    /// `金额 > 1000，类别 "甲"`.
    public var description: String {
        inputs.isEmpty ? "任何输入" : inputs.map { "\($0.input) \($0.values)" }.joined(separator: "，")
    }
}

/// Two rules that match together.
public struct DecisionOverlap: Sendable, Hashable, CustomStringConvertible {
    /// The earlier rule, from 1.
    public let first: Int
    /// The later rule.
    public let second: Int
    /// Where both match.
    public let area: DecisionGap

    /// `规则 1 与规则 3 同时适用：金额 > 1000`.
    public var description: String { "规则 \(first) 与规则 \(second) 同时适用：\(area)" }
}

extension Decision {
    /// Looks for gaps, overlaps and rules that never count.
    public func check() -> DecisionCheck {
        do throws(DecisionFinding) {
            var axes: [DecisionAxis] = []
            for index in inputs.indices { axes.append(try DecisionAxis(of: index, in: self)) }
            return DecisionSurvey(self, axes).check()
        } catch {
            return DecisionCheck(gaps: [], overlaps: [], unreachable: [], givenUp: error)
        }
    }
}
