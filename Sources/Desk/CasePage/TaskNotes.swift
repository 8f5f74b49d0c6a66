import Cases

/// What people have done to a step besides working on it, in a few words each.
struct TaskNotes {
    private let task: CaseTask
    private let ballot: Ballot?

    init(_ task: CaseTask, in dossier: Dossier) {
        self.init(task, ballot: dossier.subject.ballot(of: task, in: dossier.view.definition))
    }

    init(_ task: CaseTask, ballot: Ballot?) {
        self.task = task
        self.ballot = ballot
    }

    var all: [String] {
        [
            task.addedBy.map { "应\($0.name)的请求加签" },
            task.owner.map { "受\($0.name)委托，办完交回" },
            task.isSuspended ? "已挂起，恢复以后才能办理" : nil,
            task.urgings > 0 ? "已催办 \(task.urgings) 次" : nil,
            ballot?.words,
        ].compactMap(\.self)
    }

    /// The same for a line of a list.
    var short: [String] {
        [
            task.owner.map { "受\($0.name)委托" }, task.isSuspended ? "已挂起" : nil,
            task.urgings > 0 ? "催办 \(task.urgings) 次" : nil,
        ].compactMap(\.self)
    }
}

extension Ballot {
    /// `共 5 人，3 人同意即通过；已表态 2 人：同意 1、不同意 1`.
    var words: String {
        let rule = goal.map { "，\($0.number) 人\($0.label)即通过" } ?? ""
        let said = counts.map { "\($0.label) \($0.number)" }.joined(separator: "、")
        return "共 \(seats) 人\(rule)；已办 \(answered) 人\(said.isEmpty ? "" : "：\(said)")"
    }
}
