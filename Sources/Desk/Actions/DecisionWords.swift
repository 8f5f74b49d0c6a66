import Cases

/// What stands beside the opinion of a task: when it is needed, and who will read it.
struct DecisionWords {
    private let task: CaseTask
    private let endsByAnswer: Bool

    init(_ task: CaseTask, in subject: Case) {
        self.task = task
        endsByAnswer = subject.plan.endsByAnswer == true
    }

    var opinionHint: String {
        let needing = task.outcomes.filter(\.needsOpinion).map { "「\($0.label)」" }
        let reader = "\(reader)。"
        guard !needing.isEmpty, needing.count < task.outcomes.count else { return reader }
        return "选择\(needing.joined(separator: "或"))时必须写明理由。\(reader)"
    }

    private var reader: String {
        switch task.act {
        case .accept where endsByAnswer: "退回的理由只有受理单位能看到，不受理的理由反映人会看到"
        case .decide where endsByAnswer: "只有参与办理的部门能看到，答复以拟写的为准"
        case .check, .accept, .request, .recheck: "要补正或不受理时，申请人会看到"
        case .decide: "不予许可的理由会写进给申请人的决定书"
        case .verify: "承诺不实的，查到的情况申请人会看到"
        case .revoke: "撤销的理由会写进给申请人的决定书"
        case .advise: "只有本部门和参与办理的部门能看到"
        default: "参与办理的部门能看到，申请人看不到"
        }
    }
}

/// What the checks found missing, as the combined request (一次性补正告知) will list it.
struct RequestPreview {
    let dossier: Dossier

    var lines: [String] {
        let subject = dossier.subject
        let names = Dictionary(
            subject.plan.materials.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let checks = subject.tasks.filter {
            $0.state == .completed && ($0.act == .check || $0.act == .accept)
        }
        return checks.flatMap { task in
            let needsWords = task.outcomes.first { $0.code == task.outcome }?.needsOpinion ?? false
            let words = needsWords ? task.opinion : nil
            return (task.missing.map { names[$0] ?? $0 } + [words].compactMap(\.self))
                .map { "\($0)（\(dossier.name(of: task.organ))）" }
        }
    }
}
