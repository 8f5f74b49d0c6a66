import Cases
import Codes
import Desk
import Services
import Typesetting
import WorkingTime

/// 收件回执 on paper, with the signatures that were drawn on the application.
struct ReceiptPaper: Sendable {
    /// A drawing, and the question it belongs to.
    struct Drawing: Sendable {
        let label: String
        let png: [UInt8]
    }

    let subject: Case
    let children: [Case]
    let drawings: [Drawing]
    let publicAddress: String
    let remark: String?

    /// - Throws: `TypesettingError` when the words do not fit.
    func pdf() throws -> [UInt8] {
        var notice = NoticeSheet(
            title: "收件回执", number: "办件编号 \(subject.number.text)", addressee: subject.applicant.name,
            passages: passages, organ: subject.plan.organName, date: subject.filing.filedAt.day.written,
            verification: Verification(
                address:
                    "\(publicAddress)\(ApplicantPath.publicProgress)#\(subject.number.text)-\(subject.queryCode)",
                label: "扫码查进度"),
            remark: remark)
        // What was received is confirmed here; a seal stands on what the law asks one for.
        notice.isSealed = false
        notice.drawings = drawings.map { NoticeDrawing("\($0.label)（手写签名）：", png: $0.png) }
        return try notice.sheet().pdf(createdMilliseconds: subject.filing.filedAt.milliseconds)
    }

    private var passages: [NoticePassage] {
        let agent = subject.applicant.agentName.map { "（经办人\($0)）" } ?? ""
        let confirmed =
            subject.filing.confirmation.map { [NoticePassage.paragraph("申请人确认：\($0.words)。")] } ?? []
        let received = subject.plan.materials.filter { needed in
            subject.materials.contains { $0.requirement == needed.id }
        }
        let items = children.map { "\($0.plan.name)，\($0.plan.organName)，\($0.number.text)" }
        return [
            .paragraph("您\(agent)于 \(subject.filing.filedAt.chinese) 提交的「\(subject.plan.name)」申请已收到。"),
            .paragraph("查询码 \(QueryCode.grouped(subject.queryCode))，请不要告诉无关的人。"),
        ] + confirmed + listed("同时办理的事项", items) + listed("收到的材料", received.map(\.name))
    }

    private func listed(_ title: String, _ lines: [String]) -> [NoticePassage] {
        lines.isEmpty ? [] : [.heading(title), .list(lines)]
    }
}
