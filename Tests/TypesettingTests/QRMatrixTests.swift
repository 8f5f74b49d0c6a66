import Testing
import Typesetting

@Suite("QR codes")
struct QRMatrixTests {
    @Test("a text beyond the standard's capacity is refused with its length", arguments: [2_332, 10_000])
    func tooLong(bytes: Int) {
        #expect(throws: TypesettingError.codeTooLong(bytes: bytes)) {
            try QRMatrix(String(repeating: "a", count: bytes))
        }
    }

    @Test("nothing makes no code")
    func empty() {
        #expect(throws: TypesettingError.codeTooLong(bytes: 0)) { try QRMatrix("") }
    }

    @Test("three corners carry the finder pattern", arguments: ["民本", Samples.address])
    func finders(text: String) throws {
        let matrix = try QRMatrix(text)
        let last = matrix.side - 7
        for (top, left) in [(0, 0), (0, last), (last, 0)] {
            #expect((0..<7).allSatisfy { matrix.isDark(row: top, column: left + $0) })
            #expect(!matrix.isDark(row: top + 1, column: left + 1))
            #expect(matrix.isDark(row: top + 3, column: left + 3))
        }
    }
}
