/// The way to this page in its other languages.
struct LanguageLinks {
    let request: WebRequest

    init(_ request: WebRequest) { self.request = request }

    /// The address without its language; nil where what was sent is no address of this house.
    var uri: String? { LocalPath.isLocal(request.uri) ? request.uri : nil }

    var html: HTML? {
        guard request.languages.count > 1, !request.isChange, let uri else { return nil }
        return "\(each: request.languages.filter { $0 != request.language }, { link($0, uri) })"
    }

    private func link(_ language: Language, _ uri: String) -> HTML {
        """
        <li><a href="\(Self.marked(language, uri))" hreflang="\(language.rawValue)" lang="\(language.rawValue)">\
        \(language.ownName)</a></li>
        """
    }

    /// An address that is not put into the language of the page it stands on.
    static func marked(_ language: Language, _ uri: String) -> String {
        language == .simplified ? PageTranslation.original + uri : language.address(uri)
    }
}
