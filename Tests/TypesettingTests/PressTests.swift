import Testing
import Typesetting

@Suite("The press")
struct PressTests {
    @Test("an empty sheet is still a whole document")
    func empty() throws {
        let bytes = try Sheet(title: "", author: "").pdf(createdMilliseconds: 0)
        #expect(bytes.starts(with: Array("%PDF-1.5".utf8)))
        #expect(String(decoding: bytes.suffix(8), as: UTF8.self).contains("%%EOF"))
    }

    @Test("hostile words in titles and text end neither the string nor the document")
    func hostile() throws {
        var certificate = Samples.certificate(name: "\u{0}\u{202E})>> endobj %%EOF\n<script>")
        certificate.title = "食品\u{0}经营)许可证"
        let bytes = try certificate.sheet().pdf(createdMilliseconds: Samples.created)
        #expect(bytes.count > 10_000)
    }

    @Test("the same sheet at the same time gives the same bytes")
    func deterministic() throws {
        let sheet = try Samples.certificate().sheet()
        let first = try sheet.pdf(createdMilliseconds: Samples.created)
        #expect(try sheet.pdf(createdMilliseconds: Samples.created) == first)
        #expect(try sheet.pdf(createdMilliseconds: Samples.created + 1_000) != first)
    }

    @Test("many threads may print at once")
    func concurrent() async throws {
        let first = try Samples.certificate().sheet().pdf(createdMilliseconds: Samples.created)
        try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<16 {
                group.addTask {
                    try Samples.certificate().sheet().pdf(createdMilliseconds: Samples.created)
                }
            }
            for try await bytes in group { #expect(bytes == first) }
        }
    }
}
