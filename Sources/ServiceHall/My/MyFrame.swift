import Web

/// What stands around the pages of 我的: the three lists, and the one that is shown.
struct MyFrame {
    let title: String
    let path: String
    let unread: Int

    func page(_ content: HTML) -> Page {
        let lists = SideNavigation(
            "我的",
            [
                .init("我的办件", ApplicantPath.cases),
                .init("我的证照", ApplicantPath.licences),
                .init("我的消息", ApplicantPath.messages, count: unread == 0 ? nil : unread),
            ], current: path)
        return Page(
            title, crumbs: [Link(title, nil)], width: .wide,
            body: "<div class=\"columns-desk\">\(lists.html)<div><h1>\(title)</h1>\(content)</div></div>")
    }
}
