import HTTPTypes

/// The headers every answer has, unless it brings its own.
enum SecurityHeaders {
    /// Everything from this site only, nothing inline, in nobody's frame, and no sensors.
    static let all: HTTPFields = {
        let values = [
            "Content-Security-Policy":
                "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
                + "form-action 'self'; frame-ancestors 'none'",
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "same-origin",
            "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
        ]
        var fields: HTTPFields = [:]
        for (name, value) in values {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        return fields
    }()

    /// Adds them where an answer does not bring its own.
    static func add(to fields: inout HTTPFields, isHTTPS: Bool) {
        for field in all where fields[field.name] == nil { fields.append(field) }
        if isHTTPS { fields[.strictTransportSecurity] = "max-age=31536000" }
    }
}
