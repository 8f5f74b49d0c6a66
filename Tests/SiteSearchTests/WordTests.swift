import Refusals
import Search
import Testing
import Web

@testable import SiteSearch

@Suite("Words of the search")
struct WordTests {
    private let initials: PinyinInitials

    init() throws { initials = try PinyinInitials.delivered() }

    @Test("initials that stand nowhere find nothing", arguments: ["qqq", "spjyxkx", "jpsx", ""])
    func noInitials(letters: String) {
        #expect(initials.place(of: Array(letters), in: "食品经营许可") == nil)
    }

    @Test(
        "initials find a name from any place on, by every reading of a character",
        arguments: [
            ("spjyxk", "食品经营许可", 0), ("jyxk", "食品经营许可", 2), ("cxjs", "城乡建设", 0), ("yhdk", "银行贷款", 0),
            ("xzxk", "行政许可", 0), ("zy", "重阳", 0), ("cy", "重阳", 0), ("a3", "A座3号", nil), ("azh", "A座3号", 0),
        ] as [(String, String, Int?)])
    func places(letters: String, name: String, place: Int?) {
        #expect(initials.place(of: Array(letters), in: name) == place)
    }

    @Test(
        "a word of one character, a sentence, and what is spelt right are not corrected",
        arguments: [
            "居", "居住证", "我想问一下在端州区办居住证要带什么材料",
        ])
    func notCorrected(typed: String) {
        let found = Spelling(typed, initials: initials)?.suggestions(from: ["居住证"]) ?? []
        #expect(found.isEmpty)
    }

    @Test(
        "a slip is corrected: another character, one too many or too few, one that sounds alike",
        arguments: [
            ("居主证", "居住证"), ("居住住证", "居住证"), ("营业照", "营业执照"), ("高岭津贴", "高龄津贴"),
            ("结昏登记", "结婚登记"),
        ])
    func corrected(typed: String, meant: String) throws {
        let names = ["居住证签注", "营业执照", "高龄津贴申领", "内地居民结婚登记", "烟花爆竹零售许可"]
        let spelling = try #require(Spelling(typed, initials: initials))
        #expect(spelling.suggestions(from: names).contains(meant))
    }

    @Test(
        "the distance of two words is the number of slips",
        arguments: [
            ("", "", 0), ("ab", "", 2), ("居住证", "居住证", 0), ("居住", "居住证", 1), ("kitten", "sitting", 3),
        ])
    func distances(first: String, second: String, slips: Int) {
        #expect(Spelling.edits(Array(first), Array(second)) == slips)
    }

    @Test(
        "what may name somebody is not written down",
        arguments: [
            ("441299198511152041", nil), ("13812345678", nil), ("138 1234 5678 张伟", "张伟"), ("a@b.cn", nil),
            ("４４１２９９１９８５１１１５２０４x 社保", "社保"), ("441299 19851115 204X", nil), ("", nil), ("——", nil),
            ("2026 年 12 号文", "2026 年 12 号文"), ("<script>", "script"),
        ] as [(String, String?)])
    func masked(words: String, kept: String?) {
        #expect(Misses.masked(words) == kept)
    }

    @Test("markup in what was found stays text, marked or not")
    func highlightEscapes() {
        let html = Highlight(["script", "许可"]).html("<script>x</script>的许可")
        #expect(
            html.description
                == "&lt;<mark>script</mark>&gt;x&lt;/<mark>script</mark>&gt;的<mark>许可</mark>")
    }

    @Test(
        "what stands nowhere as a whole is marked by its pairs",
        arguments: [
            ("食品许可", "食品经营许可", "<mark>食品</mark>经营<mark>许可</mark>"), ("ab", "AB b", "<mark>AB</mark> b"),
            ("可", "许可可", "许<mark>可可</mark>"), ("没有", "别的", "别的"), ("x", "", ""),
        ])
    func highlight(mark: String, text: String, html: String) {
        #expect(Highlight([mark]).html(text).description == html)
    }

    @Test(
        "a group of synonyms has two to ten words of at most twenty characters",
        arguments: [
            "", "身份证", "身份证 身份证", "一 二 三 四 五 六 七 八 九 十 十一", "身份证 " + String(repeating: "长", count: 21),
        ])
    func wrongSynonyms(entered: String) {
        #expect(throws: DomainError.self) { try SynonymGroup.words(from: entered) }
    }

    @Test("a question is asked in other words too, and in not too many")
    func others() {
        let groups = [
            SynonymGroup(id: 1, words: ["身份证", "居民身份证"]), SynonymGroup(id: 2, words: ["娃", "小孩", "儿童"]),
        ]
        let synonyms = Synonyms(groups: groups)
        #expect(synonyms.others(for: "补办身份证") == ["补办居民身份证"])
        #expect(synonyms.others(for: "娃上学") == ["小孩上学", "儿童上学"])
        #expect(synonyms.others(for: "娃的身份证").count == 3)
        #expect(synonyms.others(for: "上学").isEmpty)
    }

    @Test(
        "a best bet leads into this site or to an address of https",
        arguments: [
            "", "javascript:alert(1)", "//evil.example", "/\\evil.example", "http://x.cn", "/a b", "https://",
            "data:x",
        ])
    func wrongAddresses(address: String) {
        #expect(throws: DomainError.self) {
            try BestBet(id: 1, entered: "公积金", title: "公积金", address: address)
        }
    }
}
