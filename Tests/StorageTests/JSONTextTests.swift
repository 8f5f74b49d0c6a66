import Foundation
import Storage
import Testing

@Suite("JSON text")
struct JSONTextTests {
    private struct Paper: Codable, Hashable {
        enum Kind: String, Codable { case licence, notice }
        var title = "准予许可决定书/副本"
        var kind = Kind.notice
        var pages: Int? = 3
        var number: Int64? = .max
        var isSealed = false
        var words: [String] = ["\"引号\"", "\\", "a/b"]
        var facts: [String: String] = ["店铺名称": "星湖小馆", "zz": "1", "B": "", "a": "\u{7f}\u{2028}"]
        var parts: [Paper] = []
        var Zone: String? = "Z"
    }

    /// What Foundation writes, on which the digests of the journal rest.
    private func foundation(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    @Test("is refused for what JSON cannot say")
    func infinite() {
        #expect(throws: EncodingError.self) { try encodeJSON([Double.infinity]) }
        #expect(throws: EncodingError.self) { try encodeJSON(["x": Double.nan]) }
    }

    @Test("is what Foundation writes, for whole documents")
    func documents() throws {
        var paper = Paper()
        #expect(try encodeJSON(paper) == foundation(paper))
        paper.pages = nil
        paper.parts = [Paper(), Paper(title: "", words: [], facts: [:], Zone: nil)]
        #expect(try encodeJSON([paper, paper]) == foundation([paper, paper]))
        #expect(try JSONDecoder().decode(Paper.self, from: Data(encodeJSON(paper).utf8)) == paper)
    }

    @Test("is what Foundation writes, for every character")
    func characters() throws {
        let all = (0...0x2fff).compactMap(Unicode.Scalar.init).map(String.init)
        #expect(try encodeJSON(all) == foundation(all))
        let names = Dictionary(all.map { ($0, 1) }) { first, _ in first }
        #expect(try encodeJSON(names) == foundation(names))
        #expect(try encodeJSON("🀄️ e\u{301}") == foundation("🀄️ e\u{301}"))
    }

    @Test("is what Foundation writes, for every size of number")
    func numbers() throws {
        var random = SystemRandomNumberGenerator()
        let doubles =
            (0..<2_000).map { _ in Double(bitPattern: random.next()) }.filter(\.isFinite)
            + [0, -0.0, 1, -1, 0.1, 1e15, 1e16, 1e21, 1e-7, 123456.5, .greatestFiniteMagnitude]
        #expect(try encodeJSON(doubles) == foundation(doubles))
        let decimals = doubles.filter { abs($0) < 1e30 && abs($0) > 1e-30 }.map { Decimal($0) }
        #expect(try encodeJSON(decimals) == foundation(decimals))
        #expect(try encodeJSON([Int.min, 0, .max]) == foundation([Int.min, 0, .max]))
        #expect(try encodeJSON([Int?.none, 4]) == foundation([Int?.none, 4]))
    }

    @Test("leaves to Foundation what only Foundation knows")
    func foreign() throws {
        let mixed = ["a": Data([1, 2, 3])]
        #expect(try encodeJSON(mixed) == foundation(mixed))
        let moments = [Date(timeIntervalSince1970: 1_795_000_000.5)]
        #expect(try encodeJSON(moments) == foundation(moments))
        #expect(try encodeJSON([UInt8(1), 255]) == foundation([UInt8(1), 255]))
        #expect(try encodeJSON([3: "c", 1: "a"]) == foundation([3: "c", 1: "a"]))
        #expect(try encodeJSON(Nested()) == foundation(Nested()))
    }

    private struct Nested: Encodable {
        private enum Key: String, CodingKey { case outer, inner }

        func encode(to encoder: any Encoder) throws {
            var outer = encoder.container(keyedBy: Key.self)
            var inner = outer.nestedContainer(keyedBy: Key.self, forKey: .outer)
            try inner.encode("里", forKey: .inner)
        }
    }
}
