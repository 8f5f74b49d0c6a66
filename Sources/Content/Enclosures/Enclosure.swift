import Files
import Pictures
import Refusals
import TextExtraction
import WorkingTime

/// A file of an edition: an attachment that readers save, or an image that stands in the text.
struct Enclosure: Sendable, Hashable {
    /// Which of the two.
    enum Kind: String, Sendable {
        /// 附件
        case attachment
        /// 图片
        case image
    }

    /// What is known of an image.
    struct Image: Sendable, Hashable {
        /// 替代文字: what it shows, for whoever does not see it.
        let alt: String
        /// Pixels.
        let width: Int
        /// Pixels.
        let height: Int
        /// A smaller one for phones; nil where the image is small itself.
        let small: Small?

        /// A smaller drawing of an image.
        struct Small: Sendable, Hashable {
            let fileID: Int64
            /// Pixels.
            let width: Int
        }
    }

    /// The upload, by which texts name it.
    let fileID: Int64
    /// The case to which the upload belongs.
    let caseNumber: String
    let name: String
    let mediaType: MediaType
    /// Bytes.
    let size: Int
    /// What is known of an image; nil for an attachment.
    let image: Image?
    /// Who its properties say has made it.
    var makers: [String] = []
    let addedBy: Int64
    let addedAt: Instant

    var kind: Kind { image == nil ? .attachment : .image }

    /// So many attachments one edition may have.
    static let mostAttachments = 20
    /// So many images one edition may have.
    static let mostImages = 60
    /// Characters of an alternative text.
    static let longestAlt = 150
    /// Pixels of the longer side of an image, and of its smaller one.
    static let sides = [1_600, 800]

    /// What images may be uploaded as.
    static let imageTypes: [MediaType: Picture.Format] = [.jpeg: .jpeg, .png: .png, .webp: .webp]
    /// What attachments may be, and how their words are read.
    static let attachmentTypes: [MediaType: DocumentText.Format] = [
        .pdf: .pdf, .ofd: .ofd, .docx: .word, .xlsx: .sheet, .csv: .plain, .txt: .plain,
    ]

    /// - Throws: `invalid` for an alternative text that says nothing or too much.
    static func check(alt: String) throws {
        guard !alt.isEmpty else {
            throw DomainError.invalid("alt", "请写替代文字：用一句话说明图片里有什么，看不见图片的人靠它读。")
        }
        guard alt.count <= longestAlt else {
            throw DomainError.invalid("alt", "替代文字最多 \(longestAlt) 字，现在有 \(alt.count) 字。")
        }
        let isPlain = !alt.unicodeScalars.contains {
            $0.value < 0x20 || Manuscript.isHostile($0) || "[]".unicodeScalars.contains($0)
        }
        guard isPlain else { throw DomainError.invalid("alt", "替代文字请写成一行普通文字，不用方括号。") }
    }

    /// Throws `conflict` when an edition has as many files as it may.
    static func checkRoom(for kind: Kind, beside others: [Enclosure]) throws {
        let most = kind == .image ? mostImages : mostAttachments
        guard others.count(where: { $0.kind == kind }) < most else {
            throw DomainError.conflict("一篇内容最多 \(most) 个\(kind == .image ? "图片" : "附件")，请先移除不用的。")
        }
    }
}
