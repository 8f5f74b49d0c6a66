import Refusals
import Services

extension FormDesign {
    /// Adds a question at the end of a page.
    ///
    /// - Returns: the name its answer is kept under, made of its words.
    /// - Throws: `notFound`, `invalid` without words or when there are too many.
    mutating func add(_ label: String, _ kind: FieldKind, to page: String) throws -> String {
        let place = try place(of: page)
        let label = try Self.checked(label, at: "label", "请写明题目。")
        guard fields.count < Self.mostQuestions else {
            throw DomainError.invalid("label", "一张表单最多 \(Self.mostQuestions) 个问题。")
        }
        let name = QuestionName.make(of: label, taken: fields.map(\.name))
        var field = FormField(name, label, kind, required: true)
        if kind == .division { field.divisionLevel = .street }
        change(place) { $0.append(field) }
        return name
    }

    /// The question with this name.
    ///
    /// - Throws: `notFound`.
    func question(_ name: String) throws -> FormField {
        guard let field = fields.first(where: { $0.name == name }) else { throw Self.missing }
        return field
    }

    /// Puts a question in the place of the one with its name.
    ///
    /// - Throws: `notFound`.
    mutating func replace(_ field: FormField) throws {
        let (page, place) = try seat(of: field.name)
        change(page) { $0[place] = field }
    }

    /// Moves a question by one place, over the edge of its page onto the next one.
    ///
    /// - Throws: `notFound`. Beyond the ends of the form it stays where it is.
    mutating func move(_ name: String, _ way: Way) throws {
        let (page, place) = try seat(of: name)
        if pages[page].fields.indices.contains(place + way.step) {
            change(page) { $0.swapAt(place, place + way.step) }
        } else if pages.indices.contains(page + way.step) {
            let field = try question(name)
            change(page) { $0.remove(at: place) }
            change(page + way.step) { way == .up ? $0.append(field) : $0.insert(field, at: 0) }
        }
    }

    /// Takes a question out.
    ///
    /// - Throws: `notFound`, `conflict` while the condition, the calculation or a rule of another one speaks of it.
    mutating func remove(_ name: String) throws {
        let (page, place) = try seat(of: name)
        if let other = fields.first(where: {
            $0.name != name && $0.expressions.contains { $0.speaks(of: name) }
        }) {
            throw DomainError.conflict("“\(other.label)”的条件、计算或者规则用到了这个问题，请先修改它。")
        }
        change(page) { $0.remove(at: place) }
    }

    private func seat(of name: String) throws -> (page: Int, place: Int) {
        for (page, content) in pages.enumerated() {
            if let place = content.fields.firstIndex(where: { $0.name == name }) { return (page, place) }
        }
        throw Self.missing
    }

    private static let missing = DomainError.notFound("这张表单没有这个问题，可能别人已经删除。")
}

extension FormField {
    /// Everything it says in FEEL.
    var expressions: [String] { [visibleWhen, calculated].compactMap(\.self) + rules.map(\.holds) }
}

extension String {
    /// Whether an expression names the question; one that cannot be read is taken at its letters.
    fileprivate func speaks(of name: String) -> Bool {
        matches(of: /[a-z][a-z0-9_]*/).contains { $0.output == name }
    }
}
