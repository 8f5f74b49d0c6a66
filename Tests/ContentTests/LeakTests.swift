import Refusals
import Testing
import Web

@testable import Content

@Suite("What may not go out unnoticed")
struct LeakTests {
    private func found(_ text: String) throws -> [(String, Bool)] {
        try LeakCheck.delivered().findings(in: Samples.article("标题", body: text)).map {
            ($0.sentence.chinese, $0.isBarrier)
        }
    }

    @Test(
        "numbers of persons and cards keep a text from going out, however they are written",
        arguments: [
            "441299198511152041", "44129919690305082X", "44129919690305082x", "４４１２９９１９８５１１１５２０４１",
            "441299 19851115 2041", "441299-19851115-2041", "卡号6222 0212 3456 7894 ",
            "联系人441299198511152041。",
        ])
    func numbers(_ text: String) throws {
        let found = try found(text)
        #expect(found.count == 1 && found.allSatisfy(\.1), "\(found)")
        #expect(!found.contains { $0.0.contains("19851115") })
    }

    @Test(
        "what only looks like one does not",
        arguments: [
            "441299198511152042", "6222021234567890", "2026年11月27日", "11441202MB9D000170/2026-00021",
            "端府办规〔2026〕2号", "共 123456789012345 元", "0758-0000101", "0000000000000000",
        ])
    func others(_ text: String) throws { #expect(try found(text).isEmpty) }

    @Test("a mobile number and a wrong word are only pointed out")
    func hints() throws {
        #expect(try found("电话15407580002").map(\.1) == [false])
        #expect(try found("截止目前已完成").map(\.0) == ["「截止目前」建议改为「截至目前」。"])
    }

    @Test("a marking of secrecy keeps a text from going out")
    func markings() throws { #expect(try found("机密★十年").map(\.1) == [true]) }
}
