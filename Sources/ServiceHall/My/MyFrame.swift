import Web

/// What stands around the pages of 我的; the masthead leads from one to the other.
struct MyFrame {
    let title: String

    func page(_ content: HTML) -> Page {
        Page(
            title, crumbs: [Link(title, nil)], width: .wide,
            body: "<h1>\(title)</h1><div class=\"my\">\(content)</div>")
    }
}
