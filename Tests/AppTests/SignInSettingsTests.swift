import App
import Testing

@Suite("An installation is told how people sign in")
struct SignInSettingsTests {
    private func mistakes(_ options: [String: String]) -> [String] {
        do { _ = try Configuration.resolve(options: options, environment: [:], file: nil) } catch {
            return (error as? ConfigurationError)?.mistakes ?? []
        }
        return []
    }

    @Test(
        "a limit beyond reason, a header that is none, a kiosk without a name: each is named",
        arguments: [
            ("staff_idle_minutes", "0"), ("citizen_idle_minutes", "soon"), ("session_hours", "25"),
            ("certificate_subject_header", "X Subject"), ("certificate_issuer_header", ""),
            ("kiosks", "192.0.2.7"), ("kiosks", "=一号终端"),
        ])
    func mistaken(name: String, value: String) {
        #expect(mistakes([name: value]).count == 1)
    }

    @Test("what is right is taken")
    func taken() {
        let options = [
            "staff_idle_minutes": "10", "session_hours": "8", "certificate_gateways": "192.0.2.1",
            "certificate_issuer_header": "X-Issuer", "kiosks": "192.0.2.7=一号终端,192.0.2.8=二号终端",
        ]
        #expect(mistakes(options).isEmpty)
    }
}
