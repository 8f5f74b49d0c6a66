import Web

/// A form whose answer the browser gets from an authenticator; it shows itself when the script runs.
struct PasskeyForm {
    let action: String
    let token: CSRFToken
    let options: String
    let submit: String
    var content: HTML = .empty
    var isPrimary = false

    /// The script that drives it.
    static let script = "passkey.js"

    var html: HTML {
        """
        <form class="form" method="post" action="\(action)" data-passkey="\(options)" hidden novalidate>
        \(token.field)\
        <input type="hidden" name="credential" value="">
        \(content)
        <p class="error" data-problem role="alert"></p>
        <div class="actions"><button class="button\(isPrimary ? "" : " quiet")">\(submit)</button></div>
        </form>
        <noscript><p class="hint">\(submit)需要打开浏览器的脚本（JavaScript）。</p></noscript>
        """
    }
}
