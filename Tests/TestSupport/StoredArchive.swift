/// ZIP archives as office documents are, made by hand and not compressed.
public enum StoredArchive {
    /// An archive of these files.
    ///
    /// - Parameter method: 0 for contents as they are, 8 for contents that the caller has folded.
    public static func bytes(_ files: [(name: String, content: [UInt8])], method: UInt16 = 0) -> [UInt8] {
        var (body, directory) = ([UInt8](), [UInt8]())
        for (name, content) in files {
            let title = Array(name.utf8)
            let sizes = little(UInt32(content.count)) + little(UInt32(content.count))
            let facts =
                little(method) + [0, 0, 0, 0] + [0, 0, 0, 0] + sizes + little(UInt16(title.count)) + [0, 0]
            directory += [0x50, 0x4B, 1, 2, 20, 0, 20, 0, 0, 0] + facts + [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
            directory += little(UInt32(body.count)) + title
            body += [0x50, 0x4B, 3, 4, 20, 0, 0, 0] + facts + title + content
        }
        let count = little(UInt16(truncatingIfNeeded: files.count))
        return body + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count
            + little(UInt32(directory.count)) + little(UInt32(body.count)) + [0, 0]
    }

    /// A Word document that says something in a few paragraphs.
    public static func word(_ paragraphs: String...) -> [UInt8] {
        let body = paragraphs.map { "<w:p><w:r><w:t>\($0)</w:t></w:r></w:p>" }.joined()
        let document =
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>\(body)</w:body></w:document>"
        return bytes([
            ("[Content_Types].xml", Array("<Types/>".utf8)), ("word/document.xml", Array(document.utf8)),
        ])
    }

    private static func little(_ number: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian, Array.init)
    }
}
