import Government
import HTTPTypes
import Identity
import Journal
import Storage
import Web

/// Where a draft or a correction is given up, and who will sign it.
extension DeskPages {
    var discarding: [Route] {
        [
            .post(
                BulletinPath.act("{period}", "discarding"), .may(.editBulletins, .publishBulletins),
                journal: "bulletin.discarded", "撤回监察通报的草稿"
            ) { request, officer in
                let now = request.now
                return try await act(request, officer, "bulletin.discarded", "撤回还没有公布的") { one, actor, form in
                    try one.discard(form[Bulletin.discardField] ?? "", by: actor, at: now)
                }
            },
            .post(
                BulletinPath.act("{period}", "abandonment"), .may(.editBulletins, .publishBulletins),
                journal: "bulletin.correction_abandoned", "放弃监察通报的更正"
            ) { request, officer in
                let now = request.now
                return try await act(request, officer) { period, actor, form, tx in
                    try office.abandon(
                        period, because: form[Bulletin.discardField] ?? "", by: actor, at: now, in: tx)
                }
            },
        ]
    }
}

extension DeskPage {
    /// Who signs when it is published.
    var signing: HTML {
        guard isWritten, let issuer else { return .empty }
        guard let organ = issuer.signing else {
            let why =
                issuer.named.map { "模板写的落款部门\($0.name)已经撤销，没有承接的部门。" }
                ?? "模板写的落款部门的代号是 \(issuer.key)，没有这样的部门。"
            return Notice("没有部门落款", "<p>\(why)改好模板里的落款部门以前不能公布。</p>", tone: .warning).html
        }
        guard issuer.isInherited else { return "<p class=\"hint\">公布时由\(organ.fullName)落款。</p>" }
        return Notice(
            "落款部门已经撤并",
            "<p>模板写的落款部门\(issuer.named?.name ?? issuer.key)已经撤并，草稿由承接的\(organ.name)继续办理，公布时由\(organ.fullName)落款。部门的名称和数变了的，可以更新数据；不再需要的，可以撤回草稿。</p>"
        ).html
    }

    /// Whether the viewer may give up what is being written; see `Bulletin.discard` and `Bulletin.abandon`.
    private var mayDiscard: Bool {
        isWritten
            && (officer.may(.editBulletins) || officer.may(.publishBulletins))
            && (bulletin.state == .draft || !bulletin.editors.contains(officer.account.id))
    }

    var discarding: HTML {
        guard mayDiscard else { return .empty }
        guard !bulletin.isBeingCorrected else {
            let stands = bulletin.editionWithdrawnAt == nil ? "照旧" : "仍是撤回的"
            return form(
                "放弃更正", Bulletin.discardField, "为什么放弃",
                "改过的内容不保留，公布的第 \(bulletin.edition) 版\(stands)；原因记在日志里，不公开。", "abandonment", "放弃更正")
        }
        return form(
            "撤回草稿", Bulletin.discardField, "为什么撤回", "没有公布过，原因留在这里和日志里，不公开；这一期以后可以重新生成。", "discarding", "撤回草稿"
        )
    }
}
