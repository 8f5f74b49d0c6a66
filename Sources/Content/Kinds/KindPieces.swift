import Web

/// What the page of a kind shows besides facts and text.
extension ArticlePage {
    /// The portrait of a leader, beside the facts.
    var portrait: HTML {
        guard kind == .leader, let file = pictures.first else { return .empty }
        return EnclosedImage(file, isDraft: isDraft).portrait
    }

    /// The images of a gallery: side by side with what they show under each; a click leads to the whole image.
    var gallery: HTML {
        guard kind == .gallery, !pictures.isEmpty else { return .empty }
        return """
            <ul class="picture-wall">\(each: pictures, { "<li>\(EnclosedImage($0, isDraft: isDraft).tile)</li>" })</ul>
            """
    }

    /// The parts of a topic.
    var sections: HTML {
        HTML.joined(
            surroundings.sections.filter { !$0.lines.isEmpty }.map { section in
                """
                <section><h2>\(section.heading)</h2><ul class="links">\(each: section.lines, { $0.item(in: language) })</ul></section>

                """
            })
    }

    private var pictures: [Enclosure] { files.filter { $0.kind == .image } }
}
