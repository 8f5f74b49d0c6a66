import Government
import Web

/// The demo accounts on the sign-in page of a demonstration, with the password they share.
struct DemoBox {
    let demo: DemoAccounts
    let organs: [Organ]

    var html: HTML {
        """
        <section aria-labelledby="demo-accounts">
        <h2 id="demo-accounts">演示账号</h2>
        <p>这是演示系统，数据均为虚构。所有演示账号的密码都是 <code>\(demo.password)</code>。</p>
        \(each: demo.groups, { group($0, isOpen: $0.title == demo.groups.first?.title) })
        </section>
        """
    }

    private func group(_ group: DemoAccounts.Group, isOpen: Bool) -> HTML {
        """
        <details\(attribute: "open", if: isOpen)><summary>\(group.title)（\(group.accounts.count) 个）</summary>
        <ul>\(each: group.accounts, entry)</ul>
        </details>
        """
    }

    private func entry(_ entry: DemoAccounts.Entry) -> HTML {
        "<li><code>\(entry.account)</code> \(entry.name)\(posts(of: entry).map { "，" + $0 } ?? "")</li>"
    }

    /// `市场监督管理局经办人员`; a body outside the government has no name here.
    private func posts(of entry: DemoAccounts.Entry) -> String? {
        let names = (entry.posts ?? []).map { post in
            (organs.first { $0.key == post.organ }?.name ?? "") + post.role.chinese
        }
        return names.isEmpty ? nil : names.joined(separator: "、")
    }
}
