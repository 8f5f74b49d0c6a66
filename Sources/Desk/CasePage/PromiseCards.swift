import Cases
import Web
import WorkingTime

/// What was accepted without, what was promised instead of being proved, and how the hearing stands.
struct PromiseCards {
    let dossier: Dossier

    private var whole: Case { dossier.view.parent ?? dossier.subject }

    var html: HTML { "\(deferral)\(commitment)\(hearing)" }

    private var deferral: HTML? {
        whole.deferral.map { deferral in
            let until =
                deferral.dueAt.map { "\($0.day.chinese)前" } ?? "受理之日起 \(deferral.terms.limit.chinese)内"
            let head = deferral.isComplete ? "承诺补交的材料已经齐全。" : "申请人承诺\(until)补交："
            let lapsed = deferral.lapsedAt.map { "\($0.shortChinese)到期没有补齐，已记入本件。" } ?? ""
            return Card(
                "容缺受理",
                """
                <p>\(head)\(lapsed)</p><ul>\(each: deferral.items, item)</ul>
                <p class="hint">\(deferral.promisedBy.name)于\(deferral.promisedAt.shortChinese)承诺。\
                \(deferral.terms.decidesBefore ? "补齐以前可以作出决定。" : "补齐以前不能准予。")</p>
                """
            ).html
        }
    }

    private func item(_ item: Deferral.Item) -> HTML {
        let state = item.suppliedAt.map { "\($0.shortChinese)补交" } ?? "还没有补交"
        return "<li>\(item.name) <span class=\"hint\">\(state)</span></li>"
    }

    private var commitment: HTML? {
        dossier.subject.commitment.map { commitment in
            Card(
                "告知承诺",
                """
                <ol>\(each: commitment.terms.conditions, { "<li>\($0)</li>" })</ol>
                <p class="hint">\(commitment.confirmedBy.name)于\(commitment.confirmedAt.shortChinese)确认。事后核查：\
                \(commitment.terms.method)，\(commitment.terms.limit.chinese)内。</p>
                \(verification(commitment))
                """
            ).html
        }
    }

    private func verification(_ commitment: Commitment) -> HTML? {
        guard let found = commitment.verification else { return nil }
        let badge =
            found.isKept ? StatusBadge("承诺属实", .done).html : StatusBadge("承诺不实", .late).html
        return """
            <p>\(badge) \(found.words)</p>
            <p class="hint">\(found.verifiedBy.name)于\(found.verifiedAt.shortChinese)核查。</p>
            \(commitment.revocation.map { "<p>\(StatusBadge("已撤销", .late).html) \($0.reason)</p>" as HTML })
            """
    }

    private var hearing: HTML? {
        dossier.subject.hearing.map { Card("听证", HearingSummary($0, now: dossier.view.now).html).html }
    }
}
