import Cases
import Identity
import Web

/// Putting a task back, handing it on, asking about it, sending it back.
extension ActionForms {
    var taskForms: [HTML] {
        guard let task else { return [] }
        let duties = dossier.duties
        return [
            duties.mayRelease(task) ? form(.release, note: "放回以后，本部门同一岗位的同事都可以领取。") { _ in [] } : nil,
            duties.mayTransfer(task) ? transfer(task) : nil,
            duties.mayTransfer(task) ? consultation(task) : nil,
            duties.maySendBack(task) ? sendBack : nil,
        ].compactMap(\.self)
    }

    private func transfer(_ task: CaseTask) -> HTML? {
        let role = Role(rawValue: task.role)
        let sameRole = others(than: task).filter { member in role.map(member.roles.contains) ?? false }
        guard !sameRole.isEmpty else { return nil }
        return form(.transfer) { field in
            [
                field("colleague", "转给", .choice, options: sameRole.map(\.option)),
                field("reason", "转办的原因", .longText),
            ]
        }
    }

    private func consultation(_ task: CaseTask) -> HTML? {
        let colleagues = others(than: task)
        guard !colleagues.isEmpty else { return nil }
        return form(.consultations, note: "您可以不等答复先办理。") { field in
            [
                field("colleague", "征求谁的意见", .choice, options: colleagues.map(\.option)),
                field("question", "问题", .longText),
            ]
        }
    }

    private var sendBack: HTML {
        form(.sendBack, note: "退回后由上一步的办理人重新办理。") { field in
            [field("reason", "退回的原因", .longText)]
        }
    }

    private func others(than task: CaseTask) -> [OrganMember] {
        dossier.colleagues.filter {
            $0.organ == task.organ && $0.id != dossier.duties.account.id
                && $0.roles.contains(where: \.handlesMatters)
        }
    }
}

extension OrganMember {
    /// The member as one of several to choose from.
    fileprivate var option: Field.Option {
        let roles = roles.map(\.chinese).sorted().joined(separator: "、")
        return Field.Option(String(id), "\(name)（\(roles)）")
    }
}
