import Refusals

extension ScoreAppeal.Standing {
    /// A correction is counted on from here, up to what everybody reads: 999 of 133 is refused whoever decides it.
    ///
    /// A part that is put right is compared with its whole as it will be; a whole with those of its parts that the same
    /// indicator asks for, as the others cannot be put right together with it.
    ///
    /// - Throws: `invalid` at each part that would be more than its whole.
    func requirePossible(_ changes: [ScoreAppeal.Change]) throws {
        let changed = changes.reduce(into: [Figure: Int]()) { amounts, one in
            if let figure = Figure(rawValue: one.figure) { amounts[figure] = one.after }
        }
        let amounts = figures.merging(changed) { $1 }
        let errors = Figure.allCases.compactMap { part -> FieldError? in
            guard let whole = part.whole,
                changed[part] != nil || (changed[whole] != nil && asked.contains(part))
            else { return nil }
            let (some, all) = (amounts[part] ?? 0, amounts[whole] ?? 0)
            guard some > all else { return nil }
            return FieldError(
                ScoreAppeal.Change.field(part.rawValue),
                "「\(part.chinese)」不能大于「\(whole.chinese)」：\(some) 大于 \(all)。")
        }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
    }
}
