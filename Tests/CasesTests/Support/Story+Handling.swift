import BusinessProcess
import Codes
import Journal
import Testing

@testable import Cases

/// What people do to a step besides finishing it.
extension Story {
    func sendBack(_ task: CaseTask, to element: String?, by actor: Actor, reason: String = "请补充理由") throws {
        try change(by: actor) { try $0.sendBack(task: task.id, to: element, reason: reason, on: $1) }
    }

    func withdraw(_ task: CaseTask, by actor: Actor) throws {
        try change(by: actor) { try $0.withdraw(task: task.id, on: $1) }
    }

    func claim(_ task: CaseTask, by actor: Actor) throws {
        try change(by: actor) { try $0.claim(task: task.id, on: $1) }
    }

    func delegate(_ task: CaseTask, to colleague: Actor, by actor: Actor, reason: String = "外出培训") throws {
        try change(by: actor) {
            try $0.delegate(task: task.id, to: Colleague(colleague), reason: reason, on: $1)
        }
    }

    func handBack(_ task: CaseTask, note: String = "已核对", by actor: Actor) throws {
        try change(by: actor) { try $0.handBack(task: task.id, note: note, on: $1) }
    }

    func recall(_ task: CaseTask, by actor: Actor, reason: String = "出差在外") throws {
        try change(by: actor) { try $0.recall(task: task.id, reason: reason, on: $1) }
    }

    func sign(
        _ task: CaseTask, with colleague: Actor, _ order: SigningOrder, by actor: Actor,
        reason: String = "请核对面积"
    ) throws {
        try change(by: actor) {
            try $0.addSigner(task: task.id, Colleague(colleague), order, reason: reason, on: $1)
        }
    }

    func unsign(_ task: CaseTask, by actor: Actor) throws {
        try change(by: actor) { try $0.removeSigner(task: task.id, on: $1) }
    }

    func urge(_ task: CaseTask, note: String = "", by actor: Actor) throws {
        try change(by: actor) { try $0.urge(task: task.id, note: note, on: $1) }
    }

    /// The applicant urges.
    func urge(_ organ: String? = nil, by actor: Actor = .chenJing) throws {
        let number = try subject(organ).number.text
        try change(by: actor) { try $0.urge(number, on: $1) }
    }

    func halt(_ task: CaseTask, by actor: Actor, reason: String = "等法规解释") throws {
        try change(by: actor) { try $0.suspend(task: task.id, reason: reason, on: $1) }
    }

    func goOn(_ task: CaseTask, by actor: Actor) throws {
        try change(by: actor) { try $0.resume(task: task.id, on: $1) }
    }

    func jump(_ task: CaseTask, to element: String, by actor: Actor, reason: String = "流程走不通") throws {
        try change(by: actor) { try $0.jump(task: task.id, to: element, reason: reason, on: $1) }
    }

    func terminate(_ organ: String? = nil, by actor: Actor, reason: String = "申请人已注销") throws {
        let number = try subject(organ).number.text
        try change(by: actor) { try $0.terminate(number, reason: reason, on: $1) }
    }

    /// What became of a task.
    func now(_ task: CaseTask) throws -> CaseTask {
        try #require(matter.cases.flatMap(\.tasks).first { $0.id == task.id })
    }
}
