import DecisionModel

/// What a button of the form does with the rows and columns, beside saving what was typed: `add-rule`,
/// `remove-input.1`, `raise-rule.3`.
struct SheetChange: Sendable, Hashable {
    enum Verb: String, Sendable { case save, add, remove, raise }
    enum Part: String, Sendable { case rule, input, output, example }

    let verb: Verb
    let part: Part?
    let place: Int?

    static let save = SheetChange(verb: .save, part: nil, place: nil)

    init(verb: Verb, part: Part?, place: Int?) {
        (self.verb, self.part, self.place) = (verb, part, place)
    }

    /// What stands on the button; anything else only saves.
    init(_ text: String?) {
        let words = (text ?? "").split(separator: ".", maxSplits: 1)
        let names = (words.first ?? "").split(separator: "-", maxSplits: 1)
        guard names.count == 2, let verb = Verb(rawValue: String(names[0])),
            let part = Part(rawValue: String(names[1]))
        else {
            self = .save
            return
        }
        self.init(verb: verb, part: part, place: words.count > 1 ? Int(words[1]) : nil)
    }

    var text: String {
        guard let part else { return verb.rawValue }
        return "\(verb.rawValue)-\(part.rawValue)" + (place.map { ".\($0)" } ?? "")
    }
}

extension DecisionSheet {
    /// Adds, removes or moves a row or a column. The last column stays, and a place that is not there changes nothing.
    mutating func apply(_ change: SheetChange) {
        switch (change.verb, change.part) {
        case (.add, .rule?): table.rules.append(DecisionRule([], []))
        case (.add, .input?): table.inputs.append(DecisionInput(expression: ""))
        case (.add, .output?): table.outputs.append(DecisionOutput(name: ""))
        case (.add, .example?): examples.append(Example(given: examples.last?.given ?? "{}"))
        case (.remove, let part?): if let place = change.place { remove(part, at: place) }
        case (.raise, .rule?): if let place = change.place { raise(place) }
        default: break
        }
        makeRectangular()
    }

    private mutating func remove(_ part: SheetChange.Part, at place: Int) {
        switch part {
        case .rule: if table.rules.indices.contains(place) { table.rules.remove(at: place) }
        case .example: if examples.indices.contains(place) { examples.remove(at: place) }
        case .input:
            guard table.inputs.count > 1, table.inputs.indices.contains(place) else { return }
            table.inputs.remove(at: place)
            for rule in table.rules.indices { table.rules[rule].conditions.remove(at: place) }
        case .output:
            guard table.outputs.count > 1, table.outputs.indices.contains(place) else { return }
            table.outputs.remove(at: place)
            for rule in table.rules.indices { table.rules[rule].conclusions.remove(at: place) }
        }
    }

    private mutating func raise(_ place: Int) {
        guard place > 0, table.rules.indices.contains(place) else { return }
        table.rules.swapAt(place, place - 1)
    }
}
