import Cases
import Desk
import Web
import WorkingTime

extension RequestDuties {
    /// Whoever receives it decides on the page of the case; until when it may say that it is the wrong one stands here.
    var receipt: HTML? {
        guard isMine(.accept), let task = subject.openTasks.first(where: { $0.act == .accept }) else {
            return nil
        }
        return Card(
            task.name,
            """
            \(objecting(task))<p class="actions"><a class="button" href="\(DeskPath.page(of: page.number))">去\(task.name)</a></p>\(refusal)
            """
        ).html
    }

    private func objecting(_ task: CaseTask) -> HTML? {
        guard task.outcomes.contains(where: { $0.code == Objection.outcome }),
            let process = subject.requestProcess, let days = page.rules.limits.objectionDays(process)
        else { return nil }
        return
            "<p>\(task.openedAt.day.chinese)收到。不属于本单位职责的，在收到之日起 \(String(days)) 个工作日内说明理由退回，过后不能再退。</p>"
    }
}
