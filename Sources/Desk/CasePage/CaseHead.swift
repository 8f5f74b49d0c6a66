import Cases
import Codes
import Web
import WorkingTime

/// What one must know at once: which service, whose case, where it stands, how much time is left.
struct CaseHead {
    let dossier: Dossier
    let current: CaseTask?

    var html: HTML {
        let subject = dossier.subject
        return """
            <div class="case-head">
            <h1>\(subject.plan.name)</h1>
            \(parent)
            <p class="lead">\(subject.applicant.name)</p>
            <p class="case-state">\(PhaseBadge(subject).html) <span class="code">\(dossier.number)</span></p>
            \(clock)\(jump)
            </div>
            """
    }

    private var parent: HTML? {
        dossier.view.parent.map { parent in
            "<p>「<a href=\"\(DeskPath.page(of: parent.number.text))\">\(parent.plan.name)</a>」的联办事项</p>"
        }
    }

    private var clock: HTML? {
        dossier.subject.shownClock.map { clock in
            """
            <div class="case-clock"><span class="quiet-words">\(clock.name.chinese)\
            \(clock.limit.map { " \($0.chinese)" } ?? "")</span>
            \(CaseClockBadge(clock, calendar: dossier.view.calendar, now: dossier.view.now).html)</div>
            """
        }
    }

    /// On a phone the form is far below.
    private var jump: HTML? {
        current.map { "<p class=\"jump\"><a class=\"button\" href=\"#work\">去办理：\($0.name)</a></p>" }
    }
}
