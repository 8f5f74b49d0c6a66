import BusinessProcess
import Cases
import Web

/// How the calls that change the course of a case are described.
extension CourseAPI {
    static let reject = TaskAPI.change("rejectTask", [.init("reason", TaskAPI.words, "驳回的原因")])

    static let withdraw = TaskAPI.change("withdrawTask", nil)

    static let jump = TaskAPI.change(
        "jumpTask",
        [.init("to", .text, "跳转到的环节（任务的 element）"), .init("reason", TaskAPI.words, "跳转的原因")])

    static let delegate = TaskAPI.change(
        "delegateTask",
        [
            .init("colleague", .text, "同一岗位同事的 id，见 colleagues"),
            .init("reason", TaskAPI.words, "委托的事由"),
        ])

    static let handBack = TaskAPI.change("handBackTask", [note("办理的情况，必须写明")])

    static let recall = TaskAPI.change("recallTask", [.init("reason", TaskAPI.words, "收回的原因")])

    static let sign = TaskAPI.change(
        "addSigner",
        [
            .init("colleague", .text, "同事的 id，见 colleagues"),
            .init("order", .oneOf(SigningOrder.allCases.map(\.rawValue)), "前加签、后加签、并签"),
            .init("reason", TaskAPI.words, "请对方办什么"),
        ])

    static let remove = TaskAPI.change("removeSigner", nil)

    static let urge = TaskAPI.change("urgeTask", [note("想说的话")])

    static let halt = TaskAPI.change("suspendTask", [.init("reason", TaskAPI.words, "挂起的原因")])

    static let goOn = TaskAPI.change("resumeTask", nil)

    private static func note(_ meaning: String) -> Schema.Member {
        .init("note", .nullable(TaskAPI.words), meaning, optional: true)
    }
}
