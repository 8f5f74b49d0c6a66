/// What one organ does in a matter and how its clock stands; to stand in `<ul class="organs">`.
public struct OrganRow: Sendable {
    private let organ: String
    private let words: HTML
    private let badge: HTML

    /// A row: the organ, its badge, and what it does now.
    public init(_ organ: String, _ words: HTML, badge: HTML) {
        self.organ = organ
        self.words = words
        self.badge = badge
    }

    /// The row.
    public var html: HTML {
        "<li class=\"organ\"><b>\(organ)</b>\(badge)<p>\(words)</p></li>"
    }
}
