import Web

/// The ways to life events and groups of people, on the homes of sites.
struct ThemeLinks {
    let themes: Themes

    var html: HTML {
        """
        <nav class="theme-links" aria-label="按人生大事和人群找">\(each: Theme.Kind.allCases, row)</nav>
        """
    }

    private func row(_ kind: Theme.Kind) -> HTML {
        """
        <p><b><a href="\(kind.path)">\(kind.chinese)</a></b> \(each: themes.of(kind), { "<a href=\"\($0.path)\">\($0.name)</a> " })</p>

        """
    }
}
