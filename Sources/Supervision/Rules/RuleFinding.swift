import DecisionModel
import Foundation
import Refusals

/// What is wrong with a rule, before it is switched on.
struct RuleFinding: Sendable, Hashable {
    let sentence: Sentence
    /// Whether it cannot be switched on so.
    let blocks: Bool
}

extension SupervisionRule {
    /// What is wrong with the rule by itself, and beside the others that are on.
    ///
    /// - Parameter values: what facts may be; of what is done elsewhere the fields too.
    func findings(beside others: [SupervisionRule], among values: KnownValues = KnownValues())
        -> [RuleFinding]
    {
        let sample = RuleFacts.sample(scope, kinds: values.kinds, of: named(values.kinds))
        return conditionFindings(sample, values)
            + others.filter { $0.key != key }.compactMap { contradiction(with: $0, sample) }
    }

    /// The kind that the condition names: its fields are asked for only where it is that kind.
    private func named(_ kinds: [SupervisedKind]) -> String? {
        kinds.map(\.key).first { condition.contains("\"\($0)\"") }
    }

    private func conditionFindings(_ sample: Variables, _ values: KnownValues) -> [RuleFinding] {
        let expression: FEELExpression
        do { expression = try FEELExpression(condition) } catch {
            return [RuleFinding(sentence: "条件第 \(error.column) 列：\(error.message)", blocks: true)]
        }
        // Inside a filter of the acts stand the names of an act.
        let known = Set(sample.keys).union(["action", "outcome", "days_ago", "automatic"])
        let unknown = expression.names.filter { !known.contains($0) }
        guard unknown.isEmpty else {
            return unknown.map { name in
                let column =
                    condition.range(of: name).map {
                        condition.distance(from: condition.startIndex, to: $0.lowerBound) + 1
                    } ?? 1
                return RuleFinding(
                    sentence:
                        "条件第 \(column) 列：\(scope.chinese)没有「\(name)」这个事实\(ConditionCheck.hint(name, sample.keys.sorted()))",
                    blocks: true)
            }
        }
        let check = ConditionCheck(condition, sample, values)
        let missing = check.unknownFacts + fieldFindings(sample)
        return missing.isEmpty ? trialFindings(expression, sample) + check.doubtfulValues : missing
    }

    /// Fields that no kind has: they equal nothing, and so the condition would just never hold.
    private func fieldFindings(_ sample: Variables) -> [RuleFinding] {
        guard case .context(let matter) = sample["case"] ?? .null,
            case .context(let fields) = matter["fields"] ?? .null
        else { return [] }
        return condition.matches(of: /fields\.([a-z][a-z0-9_]*)/).filter {
            fields[String($0.output.1)] == nil
        }.map {
            let column = condition.distance(from: condition.startIndex, to: $0.output.1.startIndex) + 1
            let hint = String($0.output.1).nearest(of: fields.keys.sorted()).map { "，是不是「\($0)」？" } ?? ""
            return RuleFinding(
                sentence: "条件第 \(column) 列：报送的记录没有「\($0.output.1)」这个字段\(hint)", blocks: true)
        }
    }

    /// What makes the condition neither true nor false; and what is unknown on the way to an answer, which may be meant so.
    private func trialFindings(_ expression: FEELExpression, _ sample: Variables) -> [RuleFinding] {
        let result: FEELResult
        do { result = try expression.evaluate(sample) } catch {
            return [RuleFinding(sentence: "条件第 \(error.column) 列：\(error.message)", blocks: true)]
        }
        if case .bool = result.value {
            return result.remarks.map {
                RuleFinding(sentence: "请核对：条件第 \($0.column) 列：\($0.message)", blocks: false)
            }
        }
        let remark = result.remarks.first
        return [
            RuleFinding(
                sentence: "条件第 \(remark?.column ?? 1) 列：\(remark?.message ?? "结果不是真或假")", blocks: true)
        ]
    }

    /// Two rules that say different things of the same: one of them is wrong.
    private func contradiction(with other: SupervisionRule, _ sample: Variables) -> RuleFinding? {
        guard scope == other.scope, level != other.level else { return nil }
        guard condition.squeezed == other.condition.squeezed else {
            return RuleOverlap(self, other, sample).circumstances.map { circumstances in
                RuleFinding(
                    sentence:
                        "与「\(other.name)」矛盾：\(circumstances)，同一时间一个是\(level.chinese)，一个是\(other.level.chinese)",
                    blocks: true)
            }
        }
        if RuleOverlap.isSame(moment, other.moment) {
            return RuleFinding(
                sentence: "与「\(other.name)」矛盾：同一条件同一时间，一个是\(level.chinese)，一个是\(other.level.chinese)",
                blocks: true)
        }
        guard let mine = moment, let theirs = other.moment, mine.anchor == theirs.anchor,
            mine.isMeasured(like: theirs)
        else { return nil }
        let isEarlier = mine.place < theirs.place
        guard isEarlier == (level.rank > other.level.rank) else { return nil }
        return RuleFinding(
            sentence:
                "与「\(other.name)」矛盾：\(isEarlier ? level.chinese : other.level.chinese)比\(isEarlier ? other.level.chinese : level.chinese)来得早",
            blocks: true)
    }
}

extension String {
    fileprivate var squeezed: String { filter { !$0.isWhitespace } }
}
