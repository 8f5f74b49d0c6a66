import Cases
import Codes
import Desk
import Web
import WorkingTime

/// What an applicant should know of promises and of a hearing before anything else on the page.
struct PromiseNotices {
    let view: CaseView
    let isApplicant: Bool

    private var whole: Case { view.parent ?? view.subject }

    var html: HTML { "\(deferral)\(hearing)\(revocation)" }

    private var deferral: HTML? {
        guard let deferral = whole.deferral, !deferral.isComplete, let due = deferral.dueAt,
            !whole.phase.isFinal
        else { return nil }
        let names = deferral.outstanding.map(\.name).joined(separator: "、")
        let words = deferral.lapsedAt == nil ? "请在\(due.day.chinese)前补交" : "补交的期限已过，请尽快补交"
        return """
            <p><b>容缺受理：</b>\(words)：\(names)。\(if: isApplicant, "<a href=\"\(ApplicantPath.promised(whole.number.text))\">去补交</a>")</p>
            """
    }

    private var hearing: HTML? {
        guard let hearing = view.subject.hearing, let words = HearingSummary(hearing, now: view.now).news
        else {
            return nil
        }
        return
            "<p><b>听证：</b>\(words)<a href=\"\(ApplicantPath.hearing(view.subject.number.text))\">查看听证</a></p>"
    }

    private var revocation: HTML? {
        view.subject.commitment?.revocation.map { revocation in
            "<p><b>准予的决定已经撤销，发出的证照已失效。</b>理由：\(revocation.reason) 救济途径写在撤销决定书里。</p>"
        }
    }
}
