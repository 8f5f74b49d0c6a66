import Messaging
import Refusals
import Web
import WorkingTime

/// By which ways a person wants to be told what, and when not.
struct PreferencePage {
    let preferences: MessagePreferences
    let mail: MailAddress?
    let channels: Set<OutwardChannel>
    let isStaff: Bool
    let entry: FormData?
    let errors: [FieldError]
    let isSaved: Bool
    let token: CSRFToken

    var page: Page {
        Page(
            "消息设置", crumbs: [Link("我的消息", MessagePath.inbox), Link("消息设置", nil)],
            body: """
                \(ErrorSummary(errors).html)
                \(if: isSaved, Notice("已保存", tone: .done).html)
                <h1>消息设置</h1>
                <p class="lead">所有消息都会放在“我的消息”里。您可以选择哪些消息另外发到手机和邮箱。</p>
                \(if: channels.isEmpty, Notice("目前只有站内消息", "<p>本站还没有开通短信和邮件，您的选择在开通后生效。</p>").html)
                \(Form(action: MessagePath.preferences, token: token, fields: kinds + hours, submit: "保存").html)
                <h2>接收消息的邮箱</h2>
                \(address)
                """)
    }

    private var kinds: [Field] {
        MessageKind.allCases.filter { isStaff || $0 != .work }.map { kind in
            let free = OutwardChannel.allCases.filter { !MessagePreferences.isFixed(kind, by: $0) }
            return Field(
                "kind_\(kind.rawValue)", kind.chinese, .choices, hint: kind.explanation,
                values: free.filter { preferences.wants(kind, by: $0) }.map(\.rawValue),
                options: free.map { .init($0.rawValue, $0.chinese) }, error: errors["kind_\(kind.rawValue)"])
        }
    }

    private var hours: [Field] {
        let quiet = preferences.quiet
        let known = quiet ?? .delivered
        return [
            Field(
                "quiet", "夜里不打扰", .boolean, hint: "除账号安全外，这段时间的短信和邮件留到结束时再发。",
                value: entry?["quiet"] ?? (quiet == nil ? "false" : "true"), error: errors["quiet"]),
            Field(
                "quiet_from", "从", value: entry?["quiet_from"] ?? QuietHours.words(known.fromMinute),
                error: errors["quiet_from"]),
            Field(
                "quiet_until", "到", value: entry?["quiet_until"] ?? QuietHours.words(known.untilMinute),
                error: errors["quiet_until"]),
        ]
    }

    private var address: HTML {
        guard channels.contains(.mail) else { return "<p>本站还没有开通邮件。</p>" }
        return """
            \(mail.map(known))
            \(Form(
                action: MyMessagePages.mailPath, token: token,
                fields: [
                    Field(
                        "address", mail == nil ? "邮箱地址" : "换一个邮箱", .email, hint: "我们会发一个 6 位验证码过去。",
                        value: entry?["address"] ?? "", error: errors["address"]),
                ], submit: "发送验证码").html)
            """
    }

    private func known(_ mail: MailAddress) -> HTML {
        let remove = PostButton("移除邮箱", action: MyMessagePages.removalPath, token: token).html
        guard mail.confirmedAt == nil else {
            return "<p>\(mail.address) \(StatusBadge("已验证", .done).html)</p>\(remove)"
        }
        return """
            <p>\(mail.address) \(StatusBadge("等待验证", .near).html)</p>
            \(Form(
                action: MyMessagePages.confirmationPath, token: token,
                fields: [Field("code", "邮件中的验证码", error: errors["code"])], submit: "验证").html)
            \(remove)
            """
    }
}

/// What is entered on the page.
struct PreferenceEntry {
    let form: FormData

    init(_ form: FormData) { self.form = form }

    /// The ways for each kind; what cannot be switched off is not asked for and always wanted.
    var wanted: [MessageKind: Set<OutwardChannel>] {
        MessageKind.allCases.reduce(into: [:]) { wanted, kind in
            let chosen = form.all("kind_\(kind.rawValue)").compactMap { OutwardChannel(rawValue: $0) }
            let fixed = OutwardChannel.allCases.filter { MessagePreferences.isFixed(kind, by: $0) }
            wanted[kind] = Set(chosen + fixed)
        }
    }

    var quiet: QuietHours? {
        get throws {
            guard form["quiet"] == "true" else { return nil }
            return try QuietHours(from: form["quiet_from"] ?? "", until: form["quiet_until"] ?? "")
        }
    }
}
