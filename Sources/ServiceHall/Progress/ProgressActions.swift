import Cases
import Codes
import Desk
import Web

/// What the applicant can do now, as links.
struct ProgressActions {
    let view: CaseView
    let isApplicant: Bool
    /// Whether whoever looks acts for the person who applied: who else may follow is not theirs to say.
    let isRepresentative: Bool
    let provesFilings: Bool
    let token: CSRFToken

    /// The whole application is supplemented and withdrawn, never one item of it.
    private var whole: Case { view.parent ?? view.subject }

    var evidencePath: String { ApplicantPath.evidence(whole.number.text) }

    /// Something is waiting for this person.
    var asksForEvidence: Bool {
        isApplicant && whole.openTasks.contains { $0.act == .supply }
            || isApplicant && view.subject.openTasks.contains { $0.act == .supply }
    }

    var html: HTML {
        """
        <h2>您可以</h2><ul class="doings">
        \(if: asksForEvidence, "<li><a href=\"\(evidencePath)\">补正材料</a></li>")
        \(if: hasPromises, "<li><a href=\"\(ApplicantPath.promised(whole.number.text))\">补交承诺的材料</a></li>")
        \(if: view.subject.hearing != nil, "<li><a href=\"\(ApplicantPath.hearing(view.subject.number.text))\">听证</a></li>")
        \(if: hasDocuments, "<li><a href=\"#documents\">查看文书、下载证照</a></li>")
        <li><a href="\(ApplicantPath.receipt(whole.number.text))">打印收件回执</a></li>
        \(if: isOwn, "<li><a href=\"\(CasePath.calendar(whole.number.text))\">把期限加入日历</a></li>")
        \(if: isOwn, "<li><a href=\"\(CasePath.following(whole.number.text))\">请亲友关注进度</a></li>")
        \(if: provesFilings, "<li><a href=\"\(CasePath.proof(whole.number.text))\">存证：查验收件记录</a></li>")
        \(if: mayWithdraw, "<li><a href=\"\(ApplicantPath.withdrawal(whole.number.text))\">撤回申请</a></li>")
        \(if: mayUrge, "<li>\(urging.html)</li>")
        <li>咨询、催办、投诉：<a href="tel:12345">12345</a></li>
        </ul>
        """
    }

    /// The matter of the person who looks, under way.
    private var isOwn: Bool {
        isApplicant && !isRepresentative && whole.applicant.kind == .person && !whole.phase.isFinal
    }

    private var urging: PostButton {
        PostButton("催办", action: ApplicantPath.urgings(view.subject.number.text), token: token)
    }

    /// Somebody works on it, and they have not been urged today.
    private var mayUrge: Bool {
        isApplicant && view.subject.mayBeUrged(withRoot: whole, children: view.children, at: view.now)
    }

    /// Something was accepted without, and is to come.
    private var hasPromises: Bool {
        guard isApplicant, let deferral = whole.deferral, deferral.dueAt != nil else { return false }
        return !deferral.isComplete && (whole.result == nil || deferral.terms.decidesBefore)
    }

    private var hasDocuments: Bool {
        !view.subject.documents.isEmpty || view.children.contains { !$0.documents.isEmpty }
    }

    /// As the rule has it: nothing has been decided yet.
    private var mayWithdraw: Bool {
        let isUndecided = !whole.phase.isFinal && whole.phase != .decided && view.subject.result == nil
        return isApplicant && isUndecided && view.children.allSatisfy { $0.result == nil }
    }
}
