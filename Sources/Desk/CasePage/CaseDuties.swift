import BusinessProcess
import Cases
import Identity
import WorkingTime

/// What an officer is offered to do with a case. The rules decide again when it is done; this only keeps
/// buttons away that would be refused.
struct CaseDuties: Sendable {
    let matter: Matter
    let subject: Case
    let definition: ProcessDefinition
    let account: Account
    let calendar: WorkingCalendar
    let now: Instant

    /// The open tasks that wait for a post of this officer and that nobody else has taken.
    var tasks: [CaseTask] { subject.openTasks.filter(mayDo) }

    /// The organ for which the officer acts in this case.
    var organ: String? {
        let own = account.posts.map(\.organ)
        return tasks.first?.organ ?? own.first(where: handling.contains) ?? own.first
    }

    /// Nobody has taken it yet.
    func mayClaim(_ task: CaseTask) -> Bool { mayDo(task) && task.holder == nil }

    /// One has taken it and may put it back.
    func mayRelease(_ task: CaseTask) -> Bool {
        (mayTransfer(task) || mayDo(task) && task.isAssistance) && task.holder?.accountID == account.id
    }

    /// A consultation is answered and not handed on, and what was delegated is given back.
    func mayTransfer(_ task: CaseTask) -> Bool { mayDo(task) && task.act != .advise && task.owner == nil }

    var maySuspend: Bool {
        isHandler && subject.phase == .accepted && !subject.isPaused
            && subject.plan.pausesWithEvidence != true && subject.plan.endsByAnswer != true
    }

    /// Whether the officer works on it where it is being worked on.
    var maySetClocks: Bool { isHandler && subject.phase == .accepted }

    /// An inspection lets the clock run again by itself.
    var mayResume: Bool {
        isHandler && subject.isPaused && !subject.openTasks.contains { $0.act == .inspect }
    }

    /// Once, in time, by the rank the law names.
    var mayExtend: Bool {
        guard subject.phase == .accepted, let clock = subject.extendableClock else { return false }
        return clock.extensions.isEmpty && !clock.isOverdue(at: now) && isApprover
    }

    private var isApprover: Bool {
        let rule = subject.plan.extensionRule
        return !isOwn
            && account.posts.contains { post in
                post.role.rawValue == rule.approver
                    && (post.role == .leader || post.organ == subject.plan.organ)
            }
    }

    private var isHandler: Bool {
        !isOwn && account.posts.contains { handling.contains($0.organ) && $0.role.handlesMatters }
    }

    /// Nobody handles an application of their own.
    private var isOwn: Bool { subject.applicant.accountID == account.id }

    private var handling: Set<String> { subject.workingOrgans }

    /// Whether it is this officer's to work on now.
    func mayDo(_ task: CaseTask) -> Bool {
        guard task.state == .open, !task.isParked, !task.isSuspended, let role = Role(rawValue: task.role)
        else { return false }
        let isFree = task.holder.map { $0.accountID == account.id } ?? true
        return isFree && !isOwn && account.posts.contains(Post(organ: task.organ, role: role))
    }
}
