import Testing

@testable import Cryptography

@Suite("Blind indexes")
struct BlindIndexTests {
    private let numbers = BlindIndex("person", "identity_number", form: .code)
    private let telephones = BlindIndex("person", "phone", form: .telephone, bits: 40)

    private func sealer(_ suite: CipherSuite?) throws -> Sealer {
        try Sealer(SealerTests.ring.get(), suite: suite, atMilliseconds: 1)
    }

    @Test(
        "the same number is found however it is typed",
        arguments: ["44129919850307123x", " 441299 19850307 123X", "４４１２９９１９８５０３０７１２３Ｘ"])
    func typed(_ text: String) throws {
        let sealer = try sealer(.sm)
        #expect(try sealer.code(text, in: numbers) == sealer.code("44129919850307123X", in: numbers))
        #expect(try sealer.code(text, in: numbers) != sealer.code("441299198503071239", in: numbers))
    }

    @Test(
        "the same telephone is found however it is typed",
        arguments: ["138 0013 8000", "+86-13800138000", "8613800138000"])
    func telephone(_ text: String) throws {
        let sealer = try sealer(.international)
        #expect(try sealer.code(text, in: telephones) == sealer.code("13800138000", in: telephones))
    }

    @Test("equal values in two columns do not show as equal", arguments: CipherSuite.allCases)
    func apart(_ suite: CipherSuite) throws {
        let other = BlindIndex("agent", "identity_number", form: .code)
        let sealer = try sealer(suite)
        #expect(try sealer.code("1", in: numbers) != sealer.code("1", in: other))
    }

    @Test("codes are as long as asked for, and say which key made them")
    func lengths() throws {
        #expect(try sealer(.sm).code("1", in: numbers)?.count == "sm:1:".count + 22)
        #expect(try sealer(.sm).code("1", in: telephones)?.count == "sm:1:".count + 7)
        #expect(try sealer(nil).code("1", in: numbers) == nil)
        #expect(try Sealer.plain.code("1", in: numbers) == nil)
    }

    @Test("what is looked for is the code by every key there is")
    func everyKey() throws {
        let codes = try sealer(.sm).codes("1", in: numbers)
        #expect(codes.count == 2)
        for suite in CipherSuite.allCases {
            #expect(codes.contains(try #require(try sealer(suite).code("1", in: numbers))))
        }
        #expect(try Sealer.plain.codes("1", in: numbers).isEmpty)
    }
}
