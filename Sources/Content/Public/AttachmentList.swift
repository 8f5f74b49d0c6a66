import Files
import Web

/// The attachments of a document, each with its format and its size.
struct AttachmentList {
    let files: [Enclosure]
    /// Where a file of this number is.
    let address: (String) -> String

    var html: HTML {
        guard !files.isEmpty else { return .empty }
        return """
            <section class="attachments"><h2>附件</h2><ol>\(each: files, { file in
                "<li><a href=\"\(address(String(file.fileID)))\" download>\(file.name)</a> <span class=\"quiet-words\">\(file.mediaType.chinese)，\(FileSize(file.size))</span></li>"
            })</ol></section>

            """
    }
}
