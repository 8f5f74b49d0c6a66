import Web
import WorkingTime

/// Taking part: registering, and what became of it.
extension HearingPage {
    var own: HTML? {
        guard hearing.state != .cancelled, case .person(let registration?) = standing else { return nil }
        guard registration.state != .withdrawn else { return gone(registration) }
        let role = facts.seats.first { $0.code == registration.role }?.name ?? registration.role
        let state =
            switch registration.state {
            case .chosen: registration.signs ? "您是参加人。" : "您可以到场旁听，不用在笔录上签字。"
            case .reserve: "您是递补第 \(turn(of: registration)) 位。"
            case .registered, .withdrawn: hearing.isRegistering(on: today) ? "报名截止以后抽签。" : "等待抽签。"
            }
        return Notice(
            "您已报名：\(role)，报名号 \(registration.number)",
            "<p>\(state)</p>\(sign(registration))\(undo(registration))",
            tone: .done
        ).html
    }

    /// Who gave it up reads what that means; why the office freed a place stands in the list.
    private func gone(_ registration: Registration) -> HTML {
        guard registration.place != nil else {
            let words = hearing.isRegistering(on: today) ? "报名截止以前可以重新报名，还用原来的报名号。" : "报名已经截止，不能再报名。"
            return Notice("您已撤回报名", "<p>\(words)</p>").html
        }
        return Notice("您不参加这场听证会", "<p>您的名额由同一类递补的人参加。</p>").html
    }

    /// Who registered takes it back; who is on the list leaves it to the next. Neither happens by one click.
    private func undo(_ registration: Registration) -> HTML? {
        if hearing.isRegistering(on: today) {
            return withdrawal(
                "撤回报名", "撤回以后不参加抽签；\(facts.registerBy.chinese)报名截止以前可以重新报名。", "确认撤回报名")
        }
        guard hearing.state == .drawn else { return nil }
        return registration.state == .reserve
            ? withdrawal("我不能到场", "退出以后不再递补，不能恢复。", "退出递补")
            : withdrawal("我不能到场", "名额由同一类递补的人接着，让出以后不能恢复。", "我不能到场，让给递补的人")
    }

    private func withdrawal(_ summary: String, _ warning: String, _ label: String) -> HTML {
        let button = PostButton(
            label, action: HearingPath.part(id, "withdrawal"), token: token, tone: .danger)
        return """
            <details class="more"><summary>\(summary)</summary><p>\(warning)</p>\(button.html)</details>
            """
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
        guard registration.signs, hearing.state == .recorded, registration.signature != .signed else {
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
            guard registration == nil || registration?.state == .withdrawn else { return .empty }
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
