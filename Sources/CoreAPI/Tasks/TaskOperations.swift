import Web

extension TaskAPI {
    static let list = APIOperation(
        id: "listTasks", tag: "任务",
        parameters: [
            .query("state", "open：待办（默认）；completed：我办过的", .oneOf(DeskState.allCases.map(\.rawValue))),
            .query("after", "上一页的 next"),
        ],
        responses: [200: .page(of: TaskDocument.schema)])

    static let one = APIOperation(id: "readTask", tag: "任务", responses: [200: TaskAnswer.schema])

    static let colleagues = APIOperation(
        id: "listColleagues", tag: "任务", responses: [200: .page(of: ColleagueDocument.schema)])

    static let completion = change(
        "completeTask",
        [
            .init("outcome", .text, "任务的 outcomes 之一的 code"),
            .init("opinion", .nullable(words), "意见；needs_opinion 的结果必须写明", optional: true),
            .init("form", .nullable(.map(.any)), "这一步的表单；目前没有带表单的环节，须为空", optional: true),
            .init("missing", .nullable(.list(.text)), "缺少的材料编号", optional: true),
        ])

    static let claim = change("claimTask", nil)

    static let release = change("releaseTask", nil)

    static let sendBack = change(
        "returnTask",
        [
            .init("to", .nullable(.text), "退回到的环节（任务的 element）；不写即上一步", optional: true),
            .init("reason", words, "退回的原因"),
        ])

    static let transfer = change(
        "transferTask",
        [.init("colleague", .text, "同一岗位同事的 id，见 colleagues"), .init("reason", words, "转办的原因")])

    static let consult = change(
        "consultColleague",
        [.init("colleague", .text, "同事的 id，见 colleagues"), .init("question", words, "要征求意见的问题")])

    /// What people write: at most 2,000 characters.
    static let words = Schema.words(0...2_000)

    static func change(_ id: String, _ members: [Schema.Member]?) -> APIOperation {
        APIOperation(
            id: id, tag: "任务", parameters: [IdempotencyKey.parameter],
            body: members.map { .json(.object($0)) }, responses: [201: TaskAnswer.schema])
    }
}
