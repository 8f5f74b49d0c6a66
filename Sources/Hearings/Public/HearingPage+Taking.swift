import Web

/// Taking part: registering, and what became of it.
extension HearingPage {
    var own: HTML? {
        guard hearing.state != .cancelled, case .person(let registration?) = standing else { return nil }
        guard registration.state != .withdrawn else { return gone(registration) }
        let role = facts.seats.first { $0.code == registration.role }?.name ?? registration.role
        let state =
            switch registration.state {
            case .chosen: "您是参加人。"
            case .reserve: "您是递补第 \(turn(of: registration)) 位。"
            case .registered, .withdrawn: hearing.isRegistering(on: today) ? "报名截止以后抽签。" : "等待抽签。"
            }
        return Notice(
            "您已报名：\(role)，报名号 \(registration.number)",
            "<p>\(state)</p>\(undo)\(sign(registration))",
            tone: .done
        ).html
    }

    /// Who gave it up reads what that means; why the office freed a place stands in the list.
    private func gone(_ registration: Registration) -> HTML {
        guard registration.place != nil else {
            return Notice("您已撤回报名", "<p>每人只能报一次名，撤回以后不能再报。</p>").html
        }
        return Notice("您不参加这场听证会", "<p>您的名额由同一类递补的人参加。</p>").html
    }

    /// Who registered takes it back; who is on the list leaves it to the next.
    private var undo: HTML? {
        let action = HearingPath.part(id, "withdrawal")
        if hearing.isRegistering(on: today) {
            return PostButton("撤回报名", action: action, token: token).html
        }
        guard hearing.state == .drawn else { return nil }
        return PostButton("我不能到场，让给递补的人", action: action, token: token).html
    }

    /// Among those in reserve who are still waiting.
    private func turn(of registration: Registration) -> Int {
        1
            + registrations.count {
                $0.role == registration.role && $0.state == .reserve
                    && ($0.place ?? 0) < (registration.place ?? 0)
            }
    }

    private func sign(_ registration: Registration) -> HTML {
        guard registration.state == .chosen, hearing.state == .recorded, registration.signature == nil
        else {
            return .empty
        }
        return "<p><a class=\"button\" href=\"\(HearingPath.part(id, "record"))\">看笔录并签字</a></p>"
    }

    var form: HTML {
        guard hearing.isRegistering(on: today) else { return .empty }
        switch standing {
        case .stranger:
            return
                "<p class=\"actions\"><a class=\"button\" href=\"/sign-in?next=\(HearingPath.one(id))\">登录后报名</a></p>"
        case .nameless: return Notice("请用实名的个人账号报名", "<p>每人报一次名；公布时只写姓氏。</p>", tone: .warning).html
        case .person(let registration):
            guard registration == nil else { return .empty }
            let fields = [
                Field(
                    "role", "以什么身份参加", .choice, value: entered?["role"] ?? "",
                    options: facts.seats.filter { $0.seats > 0 }.map { .init($0.code, $0.name) },
                    error: errors["role"]),
                Field(
                    "view", "您的主要观点", .longText, hint: "只有主办部门看得到，用来安排发言，不影响抽签。",
                    value: entered?["view"] ?? "", error: errors["view"]),
            ]
            return """
                <h2>报名</h2>
                \(Form(action: HearingPath.part(id, "registration"), token: token, fields: fields, submit: "报名").html)
                """
        }
    }
}

/// Who takes part and who is in reserve.
struct DrawTable {
    let hearing: Hearing
    let registrations: [Registration]

    var html: HTML {
        let names = Dictionary(hearing.facts.seats.map { ($0.code, $0.name) }) { first, _ in first }
        let drawn = registrations.filter { $0.place != nil }.sorted {
            ($0.role, $0.place ?? 0) < ($1.role, $1.place ?? 0)
        }
        // Before there is a record, nobody has signed it.
        let isSigned = drawn.contains { $0.signature != nil }
        return Table(
            "参加人名单",
            columns: [.init("姓名"), .init("类别"), .init("报名号", isNumber: true), .init("结果")]
                + (isSigned ? [.init("笔录")] : []),
            rows: drawn.prefix(200).map { one in
                [
                    "\(one.name)", "\(names[one.role] ?? one.role)", "\(one.number)",
                    "\(result(one))",
                ] + (isSigned ? ["\(signature(one))"] : [])
            }
        ).html
    }

    private func result(_ one: Registration) -> String {
        switch one.state {
        case .withdrawn: "不能到场" + (one.goneReason.map { "（\($0)）" } ?? "")
        case .chosen where hearing.isBeyondSeats(one): "参加（递补）"
        case .chosen: "参加"
        case .reserve, .registered: "递补"
        }
    }

    private func signature(_ one: Registration) -> String {
        guard let signature = one.signature else { return "" }
        return signature.chinese + (one.signatureReason.map { "（\($0)）" } ?? "")
    }
}

extension Hearing {
    /// Whether somebody was in reserve at first.
    func isBeyondSeats(_ one: Registration) -> Bool {
        (one.place ?? 0) > (facts.seats.first { $0.code == one.role }?.seats ?? 0)
    }
}
