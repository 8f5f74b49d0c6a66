import BusinessProcess
import Cases
import Identity
import Web

/// Putting a task back, handing it on, asking about it, having others sign it.
extension ActionForms {
    var taskForms: [HTML] {
        guard let task, dossier.duties.mayDo(task) else { return [] }
        let duties = dossier.duties
        return [
            duties.mayRelease(task) ? form(.release, note: "放回以后，本部门同一岗位的同事都可以领取。") { _ in [] } : nil,
            duties.mayTransfer(task) ? transfer(task) : nil,
            duties.mayTransfer(task) ? consultation(task) : nil,
            signing(task), sendBack(task),
        ].compactMap(\.self)
    }

    private func transfer(_ task: CaseTask) -> HTML? {
        let sameRole = samePost(as: task)
        guard !sameRole.isEmpty else { return nil }
        return form(.transfer) { field in
            [
                field("colleague", "转给", .choice, options: sameRole.map(\.option)),
                field("reason", "转办的原因", .longText),
            ]
        }
    }

    func delegation(_ task: CaseTask) -> HTML? {
        let sameRole = samePost(as: task)
        guard dossier.duties.mayTransfer(task), !sameRole.isEmpty else { return nil }
        return form(.delegation, note: "同事办完交回给您，由您办结并负责。") { field in
            [
                field("colleague", "委托给", .choice, options: sameRole.map(\.option)),
                field("reason", "委托的事由", .longText),
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

    private func signing(_ task: CaseTask) -> HTML? {
        let duties = dossier.duties
        let signers = others(than: task).filter { duties.mayAdd($0, .before, to: task) }
        guard let first = signers.first else { return nil }
        let orders = SigningOrder.allCases.filter { duties.mayAdd(first, $0, to: task) }
        return form(.signers, note: "都签完，这一步才算办完；结果以您的为准。") { field in
            [
                field("colleague", "请谁加签", .choice, options: signers.map(\.option)),
                field("order", "什么时候签", .choice, options: orders.map(\.option)),
                field("reason", "请对方办什么", .longText),
            ]
        }
    }

    private func sendBack(_ task: CaseTask) -> HTML? {
        let targets = dossier.duties.returnTargets(task)
        guard !targets.isEmpty else { return nil }
        return form(.sendBack, note: "由原来的办理人重新办理；只撤销由那一步引起的环节，其他部门照常办理。") { field in
            [
                field("to", "退回到", .choice, options: targets.map { .init($0.id, $0.name) }),
                field("reason", "退回的原因", .longText),
            ]
        }
    }

    private func samePost(as task: CaseTask) -> [OrganMember] {
        guard let role = Role(rawValue: task.role) else { return [] }
        return others(than: task).filter { $0.roles.contains(role) }
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

extension SigningOrder {
    fileprivate var option: Field.Option {
        let hint =
            switch self {
            case .before: "对方先签，您再办理"
            case .after: "您办完以后对方再签"
            case .parallel: "同时办理，不分先后"
            }
        return Field.Option(rawValue, chinese, hint: hint)
    }
}
