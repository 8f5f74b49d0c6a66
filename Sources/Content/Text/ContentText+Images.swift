import Web

/// The images that stand in a text, and where their files are.
struct ContentImages: Sendable {
    /// By the number under which a text names them.
    let byNumber: [Int64: Enclosure.Image]
    /// Whether the text is not out yet: its images are only for those who may see it.
    let isDraft: Bool

    /// No images.
    static let none = ContentImages([], isDraft: false)

    init(_ files: [Enclosure], isDraft: Bool) {
        let pairs = files.compactMap { file in file.image.map { (file.fileID, $0) } }
        byNumber = Dictionary(pairs) { first, _ in first }
        self.isDraft = isDraft
    }

    /// An image as it stands in a text: it takes its room before it has come, and phones get the smaller one.
    func html(_ alt: String, _ number: Int64) -> HTML {
        guard let image = byNumber[number] else { return "<p class=\"quiet-words\">（图片：\(alt)）</p>\n" }
        let words = alt.isEmpty ? image.alt : alt
        let id = String(number)
        let address = isDraft ? ContentPath.draftImage(id) : ContentPath.image(id)
        return """
            <figure class="article-image"><picture>\(sources(id, image))<img src="\(address)" alt="\(words)" \
            width="\(image.width)" height="\(image.height)" loading="lazy" decoding="async"></picture></figure>

            """
    }

    /// Addresses of numbers alone, so that there is nothing to escape.
    private func sources(_ id: String, _ image: Enclosure.Image) -> HTML {
        guard let small = image.small, !isDraft else { return .empty }
        let list = "\(ContentPath.smallImage(id)) \(small.width)w, \(ContentPath.image(id)) \(image.width)w"
        return .raw(trusted: "<source srcset=\"\(list)\" sizes=\"(max-width: 800px) 100vw, 760px\">")
    }
}

extension ContentText {
    /// The numbers of the images a text names, in order.
    var images: [Int64] {
        blocks.compactMap { if case .image(_, let number) = $0 { number } else { nil } }
    }
}
