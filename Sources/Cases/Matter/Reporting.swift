import Refusals

/// What organs report on a supervision order, with what proves it.
extension Matter {
    /// 反馈: an organ reports on its part, with files that prove it; they belong to the case, and who may see it may read them.
    ///
    /// - Throws: `conflict` when nothing is to be reported by it.
    public mutating func report(
        _ number: String, of organ: String, words: String, _ files: [FiledMaterial], on occasion: Occasion
    ) throws {
        let position = try index(of: number)
        let step = cases[position].openTasks.first { $0.act == .opinion && $0.organ == organ }
        guard cases[position].plan.matterKind == .supervisionOrder, let step else {
            throw DomainError.conflict("您的部门现在没有要反馈的任务。")
        }
        cases[position].materials += files
        cases[position].outcomes[Self.reported] = organ
        try complete(task: step.id, with: Finding(outcome: "report", opinion: words), on: occasion)
        cases[position].outcomes[Self.reported] = nil
    }

    /// Where a case keeps, during the change, who reports; no element can have this name.
    private static var reported: String { "#reported" }

    /// A report has what proves it: the step is not finished by words alone, whatever the page or program.
    func requireReported(in position: Int) throws {
        let subject = cases[position]
        guard subject.plan.matterKind != .supervisionOrder || subject.outcomes[Self.reported] != nil else {
            throw DomainError.conflict("请在督办事项的页面反馈，写明佐证。")
        }
    }
}
