/// What a public address shows, and on what that depends: what ``PageCache`` is given to keep.
public struct Showing: Sendable {
    enum Content: Sendable {
        case page(Page)
        case bytes([UInt8], media: String)
    }

    let content: Content
    let shows: Set<String>
    let keptSeconds: Int

    /// A page. `shows` names what it depends on; it is made anew once it is `keptSeconds` old.
    public static func page(_ page: Page, shows: Set<String>, keptSeconds: Int = .max) -> Showing {
        Showing(content: .page(page), shows: shows, keptSeconds: keptSeconds)
    }

    /// A document for machines, for example a feed, of a media type.
    public static func document(_ text: String, media: String, shows: Set<String>) -> Showing {
        Showing(content: .bytes(Array(text.utf8), media: media), shows: shows, keptSeconds: .max)
    }

    /// The answer as it is when nothing is kept.
    func response(_ canonical: String?) -> WebResponse {
        switch content {
        case .page(let page): .page(page).canonical(canonical)
        case .bytes(let bytes, let media): .bytes(bytes, contentType: media).canonical(canonical)
        }
    }
}
