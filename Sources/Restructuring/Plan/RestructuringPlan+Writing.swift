import Journal
import Refusals
import WorkingTime

/// How a plan is written.
extension RestructuringPlan {
    /// Begins a plan.
    ///
    /// - Throws: `invalid` for what is missing, and for a day that is past.
    public static func draft(
        _ title: String, basis: String, effectiveOn day: CivilDate, id: Int64, by actor: Actor,
        at now: Instant
    ) throws -> RestructuringPlan {
        let signature = Signature(actor, at: now)
        var plan = RestructuringPlan(
            id: id, title: "", basis: "", effectiveOn: day, steps: [], state: .draft, revision: 0,
            record: Record(drafted: signature, edited: signature))
        try plan.head(title, basis: basis, effectiveOn: day, by: actor, at: now)
        return plan
    }

    /// Changes what stands at its head.
    ///
    /// - Throws: `invalid` for what is missing, and for a day that is past; `conflict` once it is approved.
    public mutating func head(
        _ title: String, basis: String, effectiveOn day: CivilDate, by actor: Actor, at now: Instant
    ) throws {
        try requireDraft()
        guard !title.isEmpty else { throw DomainError.invalid("title", "请写明方案的名称。") }
        guard !basis.isEmpty else { throw DomainError.invalid("basis", "请写明依据的文件和文号。") }
        guard day >= now.day else { throw DomainError.invalid("day", "生效日期不能早于今天。") }
        (self.title, self.basis, effectiveOn) = (title, basis, day)
        edited(by: actor, at: now)
    }

    /// Adds a step at the end.
    /// - Throws: `conflict` once it is approved.
    public mutating func add(_ step: RestructuringStep, by actor: Actor, at now: Instant) throws {
        try requireDraft()
        guard steps.count < 100 else { throw DomainError.conflict("一个方案最多 100 个步骤，请另起一个方案。") }
        steps.append(step)
        edited(by: actor, at: now)
    }

    /// Puts another step in the place of one.
    /// - Throws: `conflict` once it is approved, `notFound` where there is none.
    public mutating func replace(
        _ place: Int, by step: RestructuringStep?, by actor: Actor, at now: Instant
    ) throws {
        try requireDraft()
        guard steps.indices.contains(place) else { throw DomainError.notFound("没有这个步骤，可能已被删除。") }
        if let step { steps[place] = step } else { steps.remove(at: place) }
        edited(by: actor, at: now)
    }

    private mutating func edited(by actor: Actor, at now: Instant) {
        record.edited = Signature(actor, at: now)
        revision += 1
    }

    func requireDraft() throws {
        guard state == .draft else { throw DomainError.conflict("方案\(state.chinese)，不能再改。") }
    }
}
