/// The addresses of signing in at a kiosk.
enum KioskPath {
    static let home = "/kiosk"
    static let end = "/kiosk/end"
    static let start = "/kiosk/sign-in"
    static let waiting = "/kiosk/sign-in/waiting"
    static let session = "/kiosk/session"
    static let confirmations = "/kiosk/confirmations"
    static let confirmation = "/kiosk/confirmations/{code}"

    static func confirmation(_ code: KioskCode) -> String {
        confirmation.replacing("{code}", with: code.text)
    }
}
