import Refusals

extension ProcessInstance {
    /// Why a step cannot be undone; `nil` when it can.
    ///
    /// Where the instance has changed its version, what is left might be a state the new version knows nothing
    /// of: that is looked at first.
    func obstacle(toUndoing step: Activity, in definition: ProcessDefinition) -> Sentence? {
        let consequences = Consequences(ofEnding: step.id, in: self)
        if let obstacle = consequences.obstacle(in: definition) { return obstacle }
        guard isMigrated else { return nil }
        var run = TokenRun(self, in: definition, given: [:])
        run.undo(consequences)
        run.strikeInside(step.id)
        guard let misfit = Footing(run.instance, in: definition, reopening: step).misfits.first else {
            return nil
        }
        return "流程换过版本，退回到「\(definition.title(step.element))」就办不下去了：\(misfit.sentence)"
    }
}
