import Cases
import WorkingTime

/// What one organ is doing in a case, in a few words: `审查中`, `等待现场核查`, `已准予，11月22日决定`.
struct OrganWords {
    private let subject: Case
    private let parent: Case
    private let calendar: WorkingCalendar
    private let now: Instant

    init(_ subject: Case, parent: Case, calendar: WorkingCalendar, now: Instant) {
        self.subject = subject
        self.parent = parent
        self.calendar = calendar
        self.now = now
    }

    var text: String {
        if let result = subject.result {
            return "\(result.outcome.chinese)，\(result.decidedAt.day.shortChinese)决定"
        }
        switch subject.phase {
        case .submitted: return beforeAcceptance
        case .supplementing: return "等待申请人补正"
        case .accepted: return subject.isPaused ? "暂停：\(pauseReason)" : steps
        case .decided, .closed, .refused, .withdrawn: return subject.phase.chinese
        }
    }

    /// Before acceptance it is the parent's process in which each organ checks its materials.
    private var beforeAcceptance: String {
        guard subject.isChild else { return steps }
        if parent.acceptedAt != nil, let needs = subject.plan.needs {
            let names = parent.plan.children.filter { $0.slug.map(needs.contains) == true }.map(\.name)
            return "等待\(names.map { "「\($0)」" }.joined(separator: "、"))办好"
        }
        let checks = parent.tasks.filter { $0.organ == subject.plan.organ && $0.act == .check }
        if checks.contains(where: { $0.state == .open }) { return "正在核对材料" }
        return checks.contains { $0.state == .completed } ? "材料已核对，等待统一受理" : "等待受理"
    }

    private var steps: String {
        let names = subject.stepNames
        return names.isEmpty ? subject.phase.chinese : "正在\(names.joined(separator: "、"))"
    }

    private var pauseReason: String {
        subject.clocks.lazy.filter(\.isPaused).compactMap { $0.pauses.last?.reason }.first ?? "计时暂停"
    }
}
