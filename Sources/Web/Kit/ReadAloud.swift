/// A button that has the browser read the page aloud (朗读). It shows itself only where there is a script and a voice; a
/// page that offers it names ``script`` among its scripts.
public struct ReadAloud: Sendable {
    /// What the button needs.
    public static let script = "read-aloud.js"

    /// The button.
    public init() {}

    /// The button, with the one that stops it.
    public var html: HTML {
        """
        <div class="read-aloud" data-read-aloud hidden>
        <button type="button" class="button quiet" aria-pressed="false">朗读本页</button>
        <button type="button" class="button quiet" data-stop hidden>停止朗读</button>
        </div>

        """
    }
}
