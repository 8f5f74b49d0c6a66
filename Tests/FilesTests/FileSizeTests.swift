import Files
import Testing

@Suite("The size of a file")
struct FileSizeTests {
    @Test(
        "is told in KB, and from 1 MB on in tenths",
        arguments: [
            (0, "1 KB"), (700, "1 KB"), (88_064, "86 KB"), (1_048_575, "1023 KB"), (1_048_576, "1 MB"),
            (1_700_000, "1.6 MB"), (20 << 20, "20 MB"),
        ])
    func told(bytes: Int, text: String) {
        #expect("\(FileSize(bytes))" == text)
    }
}
