import Cases
import Identity
import Refusals
import Web

import enum BusinessProcess.SigningOrder

/// What was entered into one action's form, read for the rules.
struct ActionInput: Sendable {
    let action: CaseAction
    let form: FormData
    /// Everybody in the organ for which the officer acts.
    let members: [OrganMember]

    /// The text of a field, without the blanks around it; empty when nothing was entered.
    func text(_ name: String) -> String { form[action.field(name)] ?? "" }

    /// What was found, for a task that is finished.
    var finding: Finding {
        let opinion = text("opinion")
        return Finding(
            outcome: text("outcome"), opinion: opinion.isEmpty ? nil : opinion,
            missing: form.all(action.field("missing")).filter { !$0.isEmpty })
    }

    /// The colleague chosen.
    ///
    /// - Throws: `invalid` when nobody is, or nobody of this organ.
    func colleague(_ field: String = "colleague") throws -> Colleague {
        guard let id = Int64(text(field)), let member = members.first(where: { $0.id == id }) else {
            throw DomainError.invalid(field, "请选择一位同事。")
        }
        return Colleague(member)
    }

    /// The step it goes back to.
    ///
    /// - Throws: `invalid` when none is chosen.
    func element() throws -> String {
        let element = text("to")
        guard !element.isEmpty else { throw DomainError.invalid("to", "请选择退回到哪一步。") }
        return element
    }

    /// When the colleague shall sign.
    ///
    /// - Throws: `invalid` when that is not said.
    func signingOrder() throws -> SigningOrder {
        guard let order = SigningOrder(rawValue: text("order")) else {
            throw DomainError.invalid("order", "请选择同事什么时候签。")
        }
        return order
    }

    /// The lawful reason of a suspension.
    ///
    /// - Throws: `invalid` when none is chosen.
    func suspensionReason() throws -> SuspensionReason {
        guard let reason = SuspensionReason(rawValue: text("reason")) else {
            throw DomainError.invalid("reason", "请选择暂停计时的法定事由。")
        }
        return reason
    }

    /// The days expected; 0, which the rule refuses, when it is no number.
    var expectedDays: Int { Int(text("expected_days")) ?? 0 }
}
