import Cases
import Codes
import Web
import WorkingTime

/// Every organ that decides in a matter, with what it is doing and its clock.
public struct OrganList: Sendable {
    private let view: CaseView
    private let path: @Sendable (String) -> String

    /// The organs of a case; `path` leads to the page of one child, where the viewer may open it.
    public init(_ view: CaseView, path: @escaping @Sendable (String) -> String = CasePath.progress) {
        self.view = view
        self.path = path
    }

    /// The list.
    public var html: HTML { "<ul class=\"organs\">\(each: decided, row)</ul>" }

    /// A joint service decides nothing itself: its items do.
    private var decided: [Case] { view.children.isEmpty ? [view.subject] : view.children }

    private func row(_ subject: Case) -> HTML {
        OrganRow(subject.plan.organName, words(subject), badge: badge(subject)).html
    }

    private func words(_ subject: Case) -> HTML {
        let number = subject.number.text
        let steps = OrganWords(subject, parent: view.subject, calendar: view.calendar, now: view.now).text
        guard number != view.subject.number.text, view.visibleChildren.contains(number) else {
            return "\(subject.plan.name) · \(steps)"
        }
        return "<a href=\"\(path(number))\">\(subject.plan.name)</a> · \(steps)"
    }

    private func badge(_ subject: Case) -> HTML {
        let waitsForOthers = subject.isChild && subject.phase.isBeforeAcceptance
        guard !waitsForOthers, let clock = subject.shownClock else { return PhaseBadge(subject).html }
        return CaseClockBadge(clock, calendar: view.calendar, now: view.now).html
    }
}
