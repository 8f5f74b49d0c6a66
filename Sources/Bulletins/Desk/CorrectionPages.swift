import HTTPTypes
import Identity
import Journal
import Storage
import Web
import WorkingTime

/// Where what was published is corrected, or withdrawn.
extension DeskPages {
    var correcting: [Route] {
        [
            .post(
                BulletinPath.act("{period}", "correction"), .may(.editBulletins),
                journal: "bulletin.correction_begun", "更正监察通报"
            ) { request, officer in
                let now = request.now
                return try await act(request, officer) { period, actor, form, tx in
                    try office.correct(period, because: form["remark"] ?? "", by: actor, at: now, in: tx)
                }
            },
            .post(
                BulletinPath.act("{period}", "withdrawal"), .may(.publishBulletins),
                journal: "bulletin.withdrawn", "撤回监察通报"
            ) { request, officer in
                let now = request.now
                return try await act(request, officer, "bulletin.withdrawn", "撤回") { one, actor, form in
                    try one.withdraw(form["withdrawal"] ?? "", by: actor, at: now)
                }
            },
        ]
    }
}

extension DeskPage {
    /// What everybody finds while the next edition of something withdrawn is written.
    var replacing: HTML {
        guard let day = bulletin.editionWithdrawnAt?.day else { return .empty }
        return Notice(
            "第 \(bulletin.edition) 版已撤回",
            "<p>\(day.chinese)撤回。新的一版公布以前，门户上仍是撤回的说明。</p>", tone: .warning
        ).html
    }

    var correction: HTML {
        guard officer.may(.editBulletins) else { return .empty }
        switch bulletin.state {
        case .published:
            return form(
                "更正", "remark", "更正什么，为什么", "更正说明和日期会公开；改好、审定、公布以前，门户上仍是现在的一版。", "correction", "开始更正")
        case .withdrawn where !bulletin.isDiscarded:
            return form(
                "重新起草", "remark", "更正什么，为什么",
                "改好、审定、公布以后是第 \(bulletin.edition + 1) 版，说明和日期会公开；公布以前，门户上仍是撤回的说明。",
                "correction", "重新起草")
        default: return .empty
        }
    }

    var withdrawal: HTML {
        guard bulletin.edition > 0, bulletin.state != .withdrawn, bulletin.editionWithdrawnAt == nil,
            officer.may(.publishBulletins), !bulletin.hasWritten(officer.account.id)
        else { return .empty }
        return form("撤回", "withdrawal", "为什么撤回", "原因和日期会公开，通报的内容不再显示。", "withdrawal", "撤回这期通报")
    }
}
