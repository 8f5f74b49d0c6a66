import Cases
import Identity
import Web
import WorkingTime

/// What the system could not do in a case, for the officers who look at it; the head may try again.
struct IncidentNotice {
    let dossier: Dossier
    let token: CSRFToken

    var html: HTML { HTML.joined(dossier.subject.incidents.map(notice)) }

    private func notice(_ incident: CaseIncident) -> HTML {
        Notice(
            "「\(incident.name)」没有办成",
            """
            <p>\(incident.reason)</p>
            <p class="quiet-words">自\(incident.since.chinese)起等待重试；此前的办理结果已经保存。</p>
            \(if: mayRetry, RetryButton(number: dossier.number, incident: incident, token: token).html)
            """, tone: .warning
        ).html
    }

    private var mayRetry: Bool {
        dossier.duties.account.posts.contains(Post(organ: dossier.subject.plan.organ, role: .head))
    }
}

/// Tries again.
struct RetryButton {
    let number: String
    let incident: CaseIncident
    let token: CSRFToken

    var html: HTML {
        PostButton(
            "重试", action: DeskPath.retries(of: number), token: token,
            values: [("activity", String(incident.activity)), ("element", incident.element)]
        ).html
    }
}
