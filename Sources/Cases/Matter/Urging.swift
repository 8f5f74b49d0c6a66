import BusinessProcess
import Identity
import Journal
import Refusals
import WorkingTime

/// 催办: whoever has a step is reminded, and everybody sees how often.
extension Matter {
    /// Reminds whoever has a step, once a day: by the head of its organ or of the organ in charge, a supervisor, or a
    /// clerk of the hall that received the case.
    public mutating func urge(task id: Int64, note: String, on occasion: Occasion) throws {
        let (position, index) = try index(ofTask: id)
        let task = cases[position].tasks[index]
        try task.requireOpen()
        guard task.organ != CaseTask.applicant else { throw DomainError.conflict("正在等待申请人，不用催办。") }
        guard mayUrge(occasion.actor, task, in: position) else {
            throw DomainError.forbidden("只有部门负责人、监察人员和受理的综合窗口可以催办。")
        }
        try cases[position].requireImpartial(occasion.actor)
        guard task.holder?.accountID != occasion.actor.accountID else {
            throw DomainError.conflict("「\(task.name)」由您本人办理，不用催办。")
        }
        guard !task.wasUrged(on: occasion.now.day) else { throw DomainError.conflict(CaseTask.urgedToday) }
        try Words.check(note, field: "note")
        let words = note.allSatisfy(\.isWhitespace) ? "请尽快办理。" : note
        try remind(task, in: position, words, on: occasion)
        cases[position].tasks[index].urgedAt = occasion.now
    }

    /// Reminds everybody who works on the application, once a day, by the applicant.
    public mutating func urge(_ number: String, on occasion: Occasion) throws {
        let position = try index(of: number)
        guard cases[position].isApplicant(occasion.actor) else {
            throw DomainError.forbidden("只有申请人可以这样催办。")
        }
        guard root.urgedAt?.day != occasion.now.day else {
            throw DomainError.conflict("您今天已经催办过，部门已经收到提醒，请明天再试。")
        }
        let places = position == 0 ? Array(cases.indices) : [position]
        let waiting = places.flatMap { place in cases[place].urgeable.map { (place, $0) } }
        guard !waiting.isEmpty else { throw DomainError.conflict("现在没有部门在办理本件，不用催办。") }
        cases[0].urgedAt = occasion.now
        for (place, task) in waiting { try remind(task, in: place, "申请人请您尽快办理。", on: occasion) }
        record("case.urged", position, "申请人催办，已提醒正在办理的部门。")
    }

    private func mayUrge(_ actor: Actor, _ task: CaseTask, in position: Int) -> Bool {
        let plan = cases[position].plan
        let isClerk = actor.roles.contains("clerk") && actor.organ == plan.hall
        return isClerk || actor.roles.contains(Role.supervisor.rawValue)
            || actor.isHead(of: plan.organ) || actor.isHead(of: task.organ)
    }

    private mutating func remind(
        _ task: CaseTask, in position: Int, _ words: String, on occasion: Occasion
    ) throws {
        try task.requireTurn()
        if task.isAssistance, let index = cases[position].tasks.firstIndex(where: { $0.id == task.id }) {
            cases[position].tasks[index].urgings += 1
        } else {
            let activity = try task.step("催办")
            try drive(position, on: occasion) { instance, course throws(ProcessError) in
                try instance.urge(activity, in: course.definition)
            }
        }
        let times = task.urgings + 1
        let plan = cases[position].plan
        record(
            "task.urged", position, "\(occasion.actor.name)第 \(times) 次催办「\(task.name)」：\(words)",
            isPublic: false,
            reminder: CaseEvent.Reminder(
                holder: task.holder, organ: task.organ, role: task.role,
                sentence: "「\(plan.name)」的「\(task.name)」被催办（第 \(times) 次）：\(words)"))
    }
}

extension CaseTask {
    /// Why a step is not urged twice a day.
    public static let urgedToday: Sentence = "今天已经催办过，明天再催。"

    /// Whether an officer has urged it on that day. The applicant has a day of their own (``Case/urgedAt``).
    public func wasUrged(on day: CivilDate) -> Bool { urgedAt?.day == day }
}

extension Case {
    /// The steps of organs that can be done now.
    var urgeable: [CaseTask] {
        openTasks.filter { $0.activity != nil && $0.organ != CaseTask.applicant && !$0.isSuspended }
    }

    /// Whether the applicant may urge now: somebody works on it, and they have not done so today.
    public func mayBeUrged(withRoot root: Case, children: [Case], at now: Instant) -> Bool {
        root.urgedAt?.day != now.day && ([self] + children).contains { !$0.urgeable.isEmpty }
    }
}
