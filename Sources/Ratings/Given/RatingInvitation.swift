import Cases
import Codes
import Messaging
import Refusals
import Storage
import WorkingTime

/// Whoever applied is asked once how it went, when the result was delivered: with a code that rates by text message and a
/// link that needs no signing in. It goes the ways they want (评价邀请 can be switched off).
struct RatingInvitation: Sendable {
    let outbox: Outbox
    /// How long the code counts, in days.
    let codeDays: Int

    var follower: CaseFollower {
        CaseFollower { event, subject, now, tx in
            // What was handled in an older system is not asked about here: it never says that it was delivered.
            guard event.action == "case.delivered", subject.rating == nil,
                let account = subject.applicant.accountID
            else { return }
            let code = VisitCode.random()
            try tx.send(
                """
                INSERT INTO case_rating_code (code, case_number, organ, item, made_at, expires_at)
                VALUES (\(code), \(subject.number.text), \(subject.plan.organ), \(subject.plan.name), \(now),
                    \(now.adding(seconds: codeDays * 86_400)))
                ON CONFLICT (case_number) DO NOTHING
                """)
            try outbox.enqueue(
                to: account, about: RatingPath.visit(code),
                "请您评价「\(subject.plan.name)」的办理：短信回复 PJ \(code) 加 5（非常满意）到 1（非常不满意）的数字，或者打开链接。每件评价一次。",
                at: now, in: tx)
        }
    }
}

extension Ratings {
    /// Asks applicants how it went.
    public static func inviter(outbox: Outbox) -> CaseFollower {
        RatingInvitation(outbox: outbox, codeDays: (try? RatingRules.delivered())?.codeDays ?? 30).follower
    }
}
