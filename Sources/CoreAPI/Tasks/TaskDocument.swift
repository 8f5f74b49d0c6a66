import Cases
import Web
import WorkingTime

/// One step for one organ, or for the applicant.
struct TaskDocument: Encodable, Sendable {
    let id: String
    /// The number of the case.
    let `case`: String
    let name: String
    /// What the step means in law: `accept`, `review`, `decide` …
    let act: String
    /// Organ key, or `applicant`.
    let organ: String
    let role: String
    /// Name of the service.
    let service: String
    /// Name of the joint service it is part of.
    @OrNull var parent_service: String?
    let applicant: String
    let state: String
    let opened_at: String
    @OrNull var due_at: String?
    let overdue: Bool
    /// The decision clock stands still.
    let paused: Bool
    /// The favourable one first.
    let outcomes: [OutcomeDocument]
    @OrNull var outcome: String?
    @OrNull var outcome_label: String?
    @OrNull var completed_at: String?
    /// What only those who handle the case read; null for everyone else.
    @OrNull var holder: String?
    @OrNull var completed_by: String?
    @OrNull var opinion: String?
    @OrNull var question: String?
    let missing: [String]
    /// The step of the process, to be named when it is sent back to.
    let element: String
    /// Others sign first; its turn has not come.
    let parked: Bool
    /// It stands still by itself.
    let suspended: Bool
    let urgings: Int
    /// Who delegated it, and who asked its holder to sign as well; for those who handle the case.
    @OrNull var owner: String?
    @OrNull var added_by: String?

    /// What surrounds a task in its document.
    struct Surroundings {
        let number: String
        let service: String
        let parentService: String?
        let isPaused: Bool
        let now: Instant
        let sight: Sight
    }

    init(_ task: CaseTask, applicant: String, in place: Surroundings) {
        // What the applicant wrote is for those who know whose case it is; the rest is the officers' own.
        let isOwn = task.organ == CaseTask.applicant ? place.sight.isWhole : place.sight.isStaff
        id = String(task.id)
        `case` = place.number
        name = task.name
        act = task.act.rawValue
        organ = task.organ
        role = task.role
        service = place.service
        self.applicant = place.sight.name(applicant)
        state = task.state.rawValue
        opened_at = task.openedAt.rfc3339
        overdue = task.state == .open && task.dueAt.map { $0 < place.now } ?? false
        paused = place.isPaused
        outcomes = task.outcomes.map(OutcomeDocument.init)
        missing = isOwn ? task.missing : []
        element = task.element
        (parked, suspended, urgings) = (task.isParked, task.isSuspended, task.urgings)
        _owner = OrNull(wrappedValue: isOwn ? task.owner?.name : nil)
        _added_by = OrNull(wrappedValue: isOwn ? task.addedBy?.name : nil)
        _parent_service = OrNull(wrappedValue: place.parentService)
        _due_at = OrNull(wrappedValue: task.dueAt?.rfc3339)
        _outcome = OrNull(wrappedValue: task.outcome)
        _outcome_label = OrNull(wrappedValue: task.outcomeLabel)
        _completed_at = OrNull(wrappedValue: task.completedAt?.rfc3339)
        _holder = OrNull(wrappedValue: isOwn ? task.holder?.name : nil)
        _completed_by = OrNull(wrappedValue: isOwn ? task.completedBy?.name : nil)
        _opinion = OrNull(wrappedValue: isOwn ? task.opinion : nil)
        _question = OrNull(wrappedValue: isOwn ? task.question : nil)
    }

    /// A line of the caller's own desk.
    init(_ line: TaskSummary, now: Instant) {
        self.init(
            line.task, applicant: line.applicant,
            in: Surroundings(
                number: line.caseNumber, service: line.name, parentService: line.parentName,
                isPaused: line.isPaused, now: now, sight: Sight(isStaff: true, isWhole: true)))
    }
}

extension TaskDocument {
    static let schema = Schema.object(members)

    static let members: [Schema.Member] = [
        .init("id", .text),
        .init("case", .text, "办件编号"),
        .init("name", .text),
        .init("act", .oneOf(Act.allCases.map(\.rawValue)), "这一步在法律上的意义"),
        .init("organ", .text, "部门代码；由申请人办的为 applicant"),
        .init("role", .text),
        .init("service", .text, "事项名称"),
        .init("parent_service", .nullable(.text), "所属“一件事”的名称"),
        .init("applicant", .text),
        .init("state", .oneOf(["open", "completed", "cancelled"])),
        .init("opened_at", .formatted("date-time")),
        .init("due_at", .nullable(.formatted("date-time"))),
        .init("overdue", .boolean),
        .init("paused", .boolean, "办理时限正在暂停"),
        .init("outcomes", .list(OutcomeDocument.schema), "可选的办理结果，有利于申请人的在前"),
        .init("outcome", .nullable(.text)),
        .init("outcome_label", .nullable(.text)),
        .init("completed_at", .nullable(.formatted("date-time"))),
        .init("holder", .nullable(.text), "领取人，仅办理人员可见"),
        .init("completed_by", .nullable(.text)),
        .init("opinion", .nullable(.text), "意见，仅办理人员可见"),
        .init("question", .nullable(.text), "征求意见时提出的问题"),
        .init("missing", .list(.text), "认定缺少的材料"),
        .init("element", .text, "流程环节，退回时用"),
        .init("parked", .boolean, "等加签的人先办"),
        .init("suspended", .boolean, "这一步已挂起"),
        .init("urgings", .integer, "催办次数"),
        .init("owner", .nullable(.text), "委托人，仅办理人员可见"),
        .init("added_by", .nullable(.text), "请其加签的人，仅办理人员可见"),
    ]
}
