/// What stands on every page of a machine in a public hall: the way to its beginning, and the way to leave nothing behind.
struct KioskBar {
    /// Ends by itself, and goes through breaks of the network.
    static let script = "kiosk.js"
    static let home = "/kiosk"
    static let end = "/kiosk/end"

    var html: HTML {
        """
        <nav class="kiosk-bar" aria-label="自助终端" data-home="\(Self.home)" data-end="\(Self.end)"><div class="wrap">
        <a class="button quiet" href="\(Self.home)">首页</a>
        <p data-state role="status"></p>
        <button type="button" class="button" data-stay hidden>继续办事</button>
        <a class="button quiet" href="\(Self.end)">办完了，结束</a>
        </div></nav>
        """
    }
}
