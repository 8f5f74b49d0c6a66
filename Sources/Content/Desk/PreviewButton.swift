import Web

/// Shows what is being written as everybody will see it, in a window of its own: what was typed stays where it is, also
/// without scripts.
struct PreviewButton {
    private let action: String

    init(_ action: String) { self.action = action }

    var html: HTML {
        """
        <button class="button quiet" formaction="\(action)" formtarget="_blank">不保存，先看实际页面</button>
        """
    }
}
