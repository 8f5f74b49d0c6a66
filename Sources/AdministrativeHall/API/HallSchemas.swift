import Web

/// How the API document describes halls and appointments.
enum HallSchemas {
    private static let tag = "办事大厅"

    static let halls = APIOperation(id: "listHalls", tag: tag, responses: [200: .page(of: hall)])

    static let slots = APIOperation(
        id: "listHallSlots", tag: tag,
        parameters: [
            .query("group", "业务类别的 id"), .query("day", "日期，不填为最近可约的一天", .formatted("date")),
        ],
        responses: [
            200: .object([
                .init("days", .list(.formatted("date")), "已放号的日期"),
                .init(
                    "slots",
                    .list(
                        .object([
                            .init("start", .formatted("date-time")), .init("left", .integer, "还剩几个"),
                        ]))),
            ])
        ])

    static let mine = APIOperation(
        id: "listAppointments", tag: tag, parameters: [.query("after", "上一页给出的游标")],
        responses: [200: .page(of: appointment)])

    static let book = APIOperation(
        id: "bookAppointment", tag: tag,
        parameters: [.header("Idempotency-Key", "同一个键只会产生一个预约")],
        body: .json(
            .object([
                .init("group", .text, "业务类别的 id"), .init("start", .formatted("date-time"), "时段的开始时间"),
            ])),
        responses: [201: appointment])

    static let cancel = APIOperation(id: "cancelAppointment", tag: tag, responses: [204: nil])

    private static let hall = Schema.object([
        .init("id", .text), .init("name", .text), .init("address", .text),
        .init("hours_today", .text, "今天的开放时间，不开放为空"), .init("is_open", .boolean),
        .init(
            "groups",
            .list(
                .object([
                    .init("id", .text), .init("letter", .text, "号码的字头"), .init("name", .text),
                    .init("words", .text), .init("accepts_appointments", .boolean),
                    .init("waiting", .integer, "等候人数"),
                    .init("wait_minutes", .integer, "现在取号预计等几分钟；没有窗口受理时没有这一项", optional: true),
                ]))),
    ])

    private static let appointment = Schema.object([
        .init("id", .text), .init("code", .text, "预约码"), .init("hall", .text), .init("hall_name", .text),
        .init("group", .text), .init("group_name", .text), .init("start", .formatted("date-time")),
        .init("state", .oneOf(Appointment.State.allCases.map(\.rawValue))),
    ])
}
