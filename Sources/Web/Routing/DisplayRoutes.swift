/// The elder version (长者版) is a choice of this browser, kept in a cookie.
///
/// They are plain links and not forms: they say what to show and change nothing else, and pages that are
/// cached for everybody have no form token to give.
enum DisplayRoutes {
    static let cookieName = "display"
    static let elderValue = "elder"
    static let kioskValue = "kiosk"

    static let all: [Route] = [
        Route.get("/display/elder", .anyone, "长者版") { request, _ in
            back(request).cookie(SetCookie(cookieName, elderValue, maxAgeSeconds: 31_536_000))
        },
        Route.get("/display/standard", .anyone, "标准版") { request, _ in
            back(request).cookie(SetCookie(cookieName, "", maxAgeSeconds: 0))
        },
    ]

    private static func back(_ request: WebRequest) -> WebResponse {
        WebResponse.redirect(next: request.query("next"), otherwise: "/")
    }
}

extension SetCookie {
    /// Makes a browser show pages as a machine in a public hall does: large, with a way to end, and clearing itself
    /// (`kiosk.js`). It says how to show and gives no right; `/display/standard` takes it back.
    public static let kioskDisplay = SetCookie(
        DisplayRoutes.cookieName, DisplayRoutes.kioskValue, maxAgeSeconds: 31_536_000)
}
