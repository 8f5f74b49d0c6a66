import DecisionModel

extension ServiceItem {
    /// Conditions, calculations and rules are expressions over the questions of this form, do not run in circles, and
    /// leave an answer.
    func expressionFindings() -> [ItemFinding] {
        let circular = FormDependencies(fields).circular
        let circles = fields.filter { circular.contains($0.name) }.map {
            finding("pages.\($0.name)", "条件或者计算绕了一圈，又依赖“\($0.label)”自己")
        }
        return circles + fields.flatMap(expressionFindings)
    }

    private func expressionFindings(_ field: FormField) -> [ItemFinding] {
        let path = "pages.\(field.name)"
        var found: [ItemFinding] = []
        if let expression = field.visibleWhen {
            found += slips(in: expression, of: field, namesOther: true).map {
                finding("\(path).visible_when", $0)
            }
        }
        if let expression = field.calculated {
            found += slips(in: expression, of: field).map { finding("\(path).calculated", $0) }
        }
        for rule in field.rules {
            found += slips(in: rule.holds, of: field).map { finding("\(path).rules", $0) }
            if rule.otherwise.allSatisfy(\.isWhitespace) {
                found.append(finding("\(path).rules", "应写明不符合时告诉申请人的话"))
            }
        }
        return found.isEmpty ? trialFindings(field, at: path) : found
    }

    /// - Parameter namesOther: whether it must speak of another question, because otherwise it says nothing.
    private func slips(in expression: String, of field: FormField, namesOther: Bool = false) -> [String] {
        let names: [String]
        do throws(FEELError) {
            names = try FEELExpression(expression).names
        } catch {
            return ["第 \(error.column) 列：\(error.message)"]
        }
        let unknown = names.filter { self.field($0) == nil }
        if !unknown.isEmpty { return unknown.map { "这张表单里没有名为“\($0)”的问题" } }
        return namesOther && names.allSatisfy { $0 == field.name } ? ["没有提到这张表单的其他问题"] : []
    }

    /// Tries answers: a condition that is never true, rules that no answer satisfies.
    private func trialFindings(_ field: FormField, at path: String) -> [ItemFinding] {
        if let condition = field.visibleWhen,
            AnswerTrial(fields, [condition])?.succeeds({ $0[0] == .bool(true) }) == false
        {
            return [finding("\(path).visible_when", "这个条件永远不成立，“\(field.label)”不会出现")]
        }
        guard !field.rules.isEmpty else { return [] }
        let expressions = field.rules.map(\.holds) + [field.visibleWhen].compactMap(\.self)
        let trial = AnswerTrial(fields, expressions, answering: field)
        let succeeds = trial?.succeeds { values in
            zip(field.rules, values).allSatisfy { $1 != .bool(false) }
                && (field.visibleWhen == nil || values.last == .bool(true))
        }
        return succeeds == false ? [finding("\(path).rules", "没有任何答案能满足“\(field.label)”的规则")] : []
    }
}
