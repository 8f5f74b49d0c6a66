import Services

/// The addresses of the catalogue.
enum ServicePath {
    static let list = "/services"
    static let guide = "/services/{code}"

    /// The guide of a service; its slug reads better in an address than its code.
    static func guide(_ service: PublicService) -> String { "\(list)/\(service.item.slug)" }

    /// Everything under one life event.
    static func list(lifeEvent key: String) -> String { "\(list)?life_event=\(key)" }

    /// Signing in, and back to the guide.
    static func signIn(for service: PublicService) -> String { "/sign-in?next=\(guide(service))" }
}
