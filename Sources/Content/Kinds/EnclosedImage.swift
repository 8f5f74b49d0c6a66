import Web

/// An image of a document where it stands by itself, outside of a text.
struct EnclosedImage {
    private let file: Enclosure
    private let isDraft: Bool

    init(_ file: Enclosure, isDraft: Bool = false) { (self.file, self.isDraft) = (file, isDraft) }

    private var alt: String { file.image?.alt ?? "" }
    private var id: String { String(file.fileID) }
    private var address: String { isDraft ? ContentPath.draftImage(id) : ContentPath.image(id) }
    /// The smaller one where there is one.
    private var small: String {
        file.image?.small == nil || isDraft ? address : ContentPath.smallImage(id)
    }

    /// The image with what it shows in words.
    var html: HTML {
        """
        <img src="\(small)" alt="\(alt)" width="\(file.image?.width ?? 0)" height="\(file.image?.height ?? 0)" \
        loading="lazy" decoding="async">
        """
    }

    /// A portrait beside what is said of somebody.
    var portrait: HTML { "<p class=\"portrait\">\(html)</p>" }

    /// One of many: a click leads to the whole image, and what it shows stands under it.
    var tile: HTML {
        "<figure><a href=\"\(address)\">\(html)</a><figcaption aria-hidden=\"true\">\(alt)</figcaption></figure>"
    }
}
