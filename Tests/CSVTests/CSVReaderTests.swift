import Testing

@testable import CSV

@Suite("Reading comma-separated values")
struct CSVReaderTests {
    @Test("a quotation mark that is never closed costs its own line and no other")
    func openQuote() {
        let records = read("a,b\n\"甲,乙\nc,d\n")
        #expect(records.map(\.line) == [1, 2, 3])
        #expect(records.map(cells) == [["a", "b"], nil, ["c", "d"]])
        #expect(records[1].cells == .failure(.openQuote))
    }

    @Test("what stands behind a closing quotation mark breaks its own line and no other")
    func strayQuote() {
        let records = read("\"a\"x,b\n\"a\" ,b\nc\n")
        #expect(records.map(\.cells).prefix(2) == [.failure(.strayQuote), .failure(.strayQuote)])
        #expect(cells(records[2]) == ["c"] && records[2].line == 3)
    }

    @Test("a line without end is passed over, however long it is")
    func tooLong() {
        let long = String(repeating: "x", count: 3 * CSVReader.stretchBytes)
        let records = read("a\n\(long)\nb\n")
        #expect(records.map(\.cells) == [.success([[97]]), .failure(.tooLong), .success([[98]])])
        #expect(records.map(\.line) == [1, 2, 3])
    }

    @Test("a quotation mark is not followed through the whole file")
    func manyLines() {
        let records = read("\"a\n" + String(repeating: "b\n", count: 100))
        #expect(records.count == 101 && records[0].cells == .failure(.openQuote))
    }

    // Every line of this opens a quotation mark, whether it begins inside of one or not.
    @Test("a file made to be read again and again is read in a time that grows with its length")
    func hostile() {
        let file = String(repeating: "\",b\",\"\n", count: 50_000)
        #expect(read(file).count == 50_000)
    }

    @Test(
        "an empty file, and one of empty lines, have no records",
        arguments: ["", "\n\r\n \t\n,,,\n", "\u{FEFF}"])
    func empty(_ text: String) {
        #expect(read(text).isEmpty)
    }

    @Test(
        "records end with any line end, also within quotation marks and at the end of the file",
        arguments: ["\n", "\r\n", "\r"])
    func lineEnds(_ end: String) {
        let records = read("\u{FEFF}a,\"b\"\"c\"\(end)\(end)\"d\n,\",e\(end),f")
        #expect(records.map(cells) == [["a", "b\"c"], ["d\n,", "e"], ["", "f"]])
        #expect(records.map(\.line) == [1, 3, 5])
    }

    @Test("wherever the file is cut into stretches, the records are the same", arguments: 1...40)
    func stretches(_ size: Int) {
        let text = "\u{FEFF}a,\"b\r\nc\"\r\n\r\n\"x\"y\r\n甲,\"乙\"\rz"
        let whole = read(text)
        var position = CSVReader.Position()
        var records: [CSVRecord] = []
        let bytes = Array(text.utf8)
        var length = size
        while position.offset < bytes.count {
            let end = min(bytes.count, position.offset + length)
            let before = position
            var reader = CSVReader(
                Array(bytes[position.offset..<end]), at: position, isEnd: end == bytes.count)
            while let record = reader.next() { records.append(record) }
            position = reader.position
            // A stretch is longer than a record; here it grows until it is.
            length = position == before ? length + 1 : size
        }
        #expect(records == whole && whole.count == 4)
    }

    @Test("text is read in the encodings of spreadsheets, and nothing is made up for other bytes")
    func encodings() {
        #expect(CSVEncoding.gb18030.text([0xB6, 0xCB, 0xD6, 0xDD]) == "端州")
        #expect(CSVEncoding.utf8.text(Array("\t端州 ".utf8)) == "端州")
        #expect(CSVEncoding.utf8.text([0xB6, 0xCB, 0xD6, 0xDD]) == nil)
        #expect(CSVEncoding.gb18030.text([0xB6, 0xFF]) == nil)
    }

    @Test("what we write is read as it was")
    func roundTrip() {
        let values = ["=1+1", "甲\"乙\"", "a,b", "两\n行", "", "441202202611230000015"]
        #expect(read(CSVLine.mark + CSVLine.text(values)).map(cells) == [values])
    }

    /// Reads a file in stretches, as a job does.
    private func read(_ text: String) -> [CSVRecord] {
        let bytes = Array(text.utf8)
        var position = CSVReader.Position()
        var records: [CSVRecord] = []
        while position.offset < bytes.count {
            let end = min(bytes.count, position.offset + CSVReader.stretchBytes)
            var reader = CSVReader(
                Array(bytes[position.offset..<end]), at: position, isEnd: end == bytes.count)
            while let record = reader.next() { records.append(record) }
            position = reader.position
        }
        return records
    }

    private func cells(_ record: CSVRecord) -> [String]? {
        try? record.cells.get().compactMap(CSVEncoding.utf8.text)
    }
}
