/// The search box that is the first thing on the home page.
public struct SearchBox: Sendable {
    private let action: String
    private let value: String
    private let placeholder: String

    /// A search box that asks `action` with `q`.
    public init(action: String, value: String = "", placeholder: String) {
        self.action = action
        self.value = value
        self.placeholder = placeholder
    }

    /// The box.
    public var html: HTML {
        """
        <form class="search" role="search" action="\(action)">
        <input type="search" name="q" value="\(value)" aria-label="搜索服务、政策和答复" placeholder="\(placeholder)" \
        enterkeyhint="search"><button class="button">搜索</button></form>
        """
    }
}

/// One of the big doors of the home page.
public struct Door: Sendable {
    /// The picture on a door.
    public enum Picture: Sendable {
        /// A form.
        case services
        /// A clock.
        case progress
        /// A letter.
        case letters
    }

    private let picture: Picture
    private let title: String
    private let words: String
    private let href: String

    /// A door.
    public init(_ title: String, _ words: String, href: String, picture: Picture) {
        self.picture = picture
        self.title = title
        self.words = words
        self.href = href
    }

    /// The door, to stand in `<div class="doors">`.
    public var html: HTML {
        """
        <a class="door" href="\(href)"><svg viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" \
        focusable="false" fill="none" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" \
        stroke-linejoin="round">\(lines)</svg><span><b>\(title)</b><span class="door-words">\(words)</span></span></a>
        """
    }

    private var lines: HTML {
        switch picture {
        case .services:
            "<rect x=\"10\" y=\"6\" width=\"28\" height=\"36\" rx=\"4\"/><path d=\"M17 16h14M17 24h14M17 32h8\"/>"
        case .progress: "<circle cx=\"24\" cy=\"24\" r=\"18\"/><path d=\"M24 13v11l8 5\"/>"
        case .letters: "<path d=\"M8 10h32v22H22l-9 8v-8H8z\"/><path d=\"M16 18h16M16 24h10\"/>"
        }
    }
}

/// Many small doors side by side: life events, topics.
public struct Tiles: Sendable {
    private let tiles: [(title: String, words: String, href: String)]

    /// The tiles.
    public init(_ tiles: [(title: String, words: String, href: String)]) { self.tiles = tiles }

    /// The tiles.
    public var html: HTML {
        """
        <ul class="tiles">\(each: tiles, {
            "<li><a href=\"\($0.href)\"><b>\($0.title)</b><small>\($0.words)</small></a></li>"
        })</ul>
        """
    }
}

/// Links with a word or a date behind them.
public struct LinkList: Sendable {
    private let items: [(link: Link, note: String)]

    /// The links.
    public init(_ items: [(link: Link, note: String)]) { self.items = items }

    /// The list.
    public var html: HTML {
        """
        <ul class="links">\(each: items, {
            "<li><a href=\"\($0.link.href ?? "#")\">\($0.link.label)</a><span>\($0.note)</span></li>"
        })</ul>
        """
    }
}

/// A few figures with what they count.
public struct Figures: Sendable {
    private let figures: [(label: String, value: String, unit: String)]

    /// The figures.
    public init(_ figures: [(label: String, value: String, unit: String)]) { self.figures = figures }

    /// The figures.
    public var html: HTML {
        """
        <dl class="figures">\(each: figures, {
            "<div><dt>\($0.label)</dt><dd>\($0.value) <small>\($0.unit)</small></dd></div>"
        })</dl>
        """
    }
}
