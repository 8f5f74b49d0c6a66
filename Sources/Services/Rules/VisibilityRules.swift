import DecisionModel

extension ServiceItem {
    /// A condition must be an expression, name questions of this form, and say yes or no when nothing has
    /// been answered yet.
    func visibilityFindings() -> [ItemFinding] {
        let facts = facts(of: [:])
        return fields.compactMap { field -> ItemFinding? in
            guard let expression = field.visibleWhen else { return nil }
            let path = "pages.\(field.name).visible_when"
            do throws(FEELError) {
                _ = try FEEL.evaluate(expression, facts)
            } catch {
                return finding(path, "第 \(error.column) 列：\(error.message)")
            }
            let names = Set(expression.matches(of: /[a-z][a-z_]*/).map { String($0.output) })
            let isAboutForm = fields.contains { names.contains($0.name) && $0.name != field.name }
            return isAboutForm ? nil : finding(path, "没有提到这张表单的其他问题")
        }
    }
}
