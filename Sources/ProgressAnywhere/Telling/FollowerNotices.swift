import Cases
import Codes
import Identity
import Messaging
import Refusals
import Storage
import WorkingTime

/// Who follows a case is told when its days move, with the reason, and when it is decided; who acts for the person who
/// applied is told what that person is told. All in the change itself, and by the ways each of them wants.
struct FollowerNotices: Sendable {
    /// What moves the days of a case.
    private static let moves: Set = ["case.suspended", "case.resumed", "case.extended", "case.rescheduled"]
    /// What ends it, in words. The reasons are the applicant's: a follower reads what the page of progress shows.
    private static let results = [
        "case.granted": "准予", "case.denied": "不予许可", "case.refused": "不予受理", "case.terminated": "终止办理",
        "case.composed": "全部事项已作出决定", "case.answered": "已答复", "case.withdrawn": "申请已撤回",
    ]

    let outbox: Outbox

    var follower: CaseFollower {
        CaseFollower { event, subject, now, tx in
            guard let notice = event.notice, subject.applicant.kind == .person else { return }
            let isNews = Self.moves.contains(event.action) || Self.results[event.action] != nil
            // Of other things only an agent's own filing is asked about: everybody's changes stay prepared beforehand.
            guard isNews || subject.applicant.agentName != nil else { return }
            let told = try tellAgents(notice, of: subject, at: now, in: tx)
            guard isNews else { return }
            try tellFollowers(event.action, notice, of: subject, besides: told, at: now, in: tx)
        }
    }

    private func tellAgents(
        _ notice: Sentence, of subject: Case, at now: Instant, in tx: Transaction
    ) throws -> Set<Int64> {
        guard let person = subject.applicant.personID else { return [] }
        let applicant = subject.applicant
        var agents = Set(try PersonalMandates.agents(ofPerson: person, on: now.day, in: tx))
        // Who filed it under a mandate for this service alone is told too, as long as the mandate lasts.
        if applicant.agentName != nil,
            let filer = try Accounts.account(subject.filing.accountID, on: now.day, in: tx),
            filer.principals.contains(where: { $0.personID == person })
        {
            agents.insert(filer.id)
        }
        if let own = applicant.accountID { agents.remove(own) }
        let number = try root(of: subject, in: tx)
        for agent in agents.sorted() {
            try outbox.enqueue(
                to: agent, about: number,
                "您代\(applicant.name)办理的「\(subject.plan.name)」有新消息：\(notice.chinese)",
                at: now, in: tx)
        }
        return agents
    }

    private func tellFollowers(
        _ action: String, _ notice: Sentence, of subject: Case, besides told: Set<Int64>, at now: Instant,
        in tx: Transaction
    ) throws {
        guard let owner = subject.applicant.accountID else { return }
        let follows = try FollowStore.inForce(of: owner, on: now.day, in: tx)
        guard !follows.isEmpty else { return }
        let number = try root(of: subject, in: tx)
        var already = told
        for follow in follows where follow.reaches([number, subject.number.text], on: now.day) {
            guard already.insert(follow.follower.accountID).inserted else { continue }
            try outbox.enqueue(
                to: follow.follower.accountID, about: ProgressPath.followed(String(follow.id), number),
                words(action, notice, subject, of: follow.owner.name), at: now, in: tx)
        }
    }

    private func words(_ action: String, _ notice: Sentence, _ subject: Case, of name: String) -> Sentence {
        if let result = Self.results[action] { return "您关注的\(name)的「\(subject.plan.name)」已有结果：\(result)。" }
        return "您关注的\(name)的「\(subject.plan.name)」期限有变化：\(notice.chinese)"
    }

    private func root(of subject: Case, in tx: Transaction) throws -> String {
        guard let parent = subject.parentID else { return subject.number.text }
        return try tx.row("SELECT number FROM service_case WHERE id = \(parent)")?.text("number")
            ?? subject.number.text
    }
}
