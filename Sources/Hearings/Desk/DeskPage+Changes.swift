import Web
import WorkingTime

/// What changes between the announcement and the day.
extension DeskPage {
    /// Nobody has registered: there is nothing to draw.
    var nobody: HTML {
        Notice(
            "没有人报名",
            "<p>\(hearing.facts.registerBy.chinese)已经截止，没有人报名，不能抽签。请改期并延长报名，或者取消。</p>", tone: .warning
        ).html
    }

    var postponement: HTML {
        guard mayAnnounce else { return .empty }
        var fields = [
            field("starts_on", "改到哪一天", .date), field("starts_at", "几点开始", hint: "如 09:30"),
        ]
        if hearing.state == .announced {
            fields.append(
                Field(
                    "register_by", "报名延长到", .date,
                    hint: "不延长的空着；至少在举行 \(form.rules.registerDays) 天以前截止。", isRequired: false,
                    value: form.entered?["register_by"] ?? "", error: form.errors["register_by"]))
        }
        fields.append(field("reason", "改期的理由", .longText, hint: "会公布在材料里，并通知已报名的人。"))
        return "<h2>改期</h2>\(post("postponement", fields, "改期"))"
    }

    var cancelling: HTML {
        guard mayAnnounce else { return .empty }
        let why = field("cancel_reason", "取消的理由", .longText, hint: "会公布，并通知已报名的人。取消以后不能恢复。")
        return """
            <details class="more"\(attribute: "open", form.errors["cancel_reason"].map { _ in "" })>\
            <summary>取消听证会</summary>\(post("cancellation", [why], "取消听证会"))</details>
            """
    }

    var cancelled: HTML {
        guard let cancellation = hearing.cancellation else { return .empty }
        return Notice(
            "已取消", "<p>\(cancellation.on.chinese)取消。理由：\(cancellation.reason)</p>", tone: .warning
        ).html
    }

    /// Somebody on the list cannot come.
    var replacement: HTML {
        let chosen = registrations.filter { $0.state == .chosen }
        guard mayAnnounce, !chosen.isEmpty else { return .empty }
        let fields = [
            field(
                "gone", "谁不能到场", .division,
                options: chosen.map { .init(String($0.number), "报名号 \($0.number) \($0.name)") }),
            field("gone_reason", "为什么", hint: "会公布在名单里；同一类的第一位递补，并通知双方。"),
        ]
        return "<h2>不能到场和递补</h2>\(post("replacement", fields, "登记并递补"))"
    }
}
