import Testing

@testable import Wordings

@Suite("同样的话、相近的话")
struct WordingTests {
    @Test("标点、空格、大小写不算不同")
    func digest() {
        #expect(Wording.digest("路灯，不亮 ABC") == Wording.digest("路灯不亮abc！"))
        #expect(Wording.digest("路灯不亮") != Wording.digest("路灯亮了"))
    }

    @Test("说同一件事的相近，说别的不相近")
    func likeness() {
        let said = Wording("城东街道文明路路灯不亮")
        #expect(said.likeness(to: Wording("文明路的路灯不亮了")) > 0.4)
        #expect(said.likeness(to: Wording("健康路井盖丢失")) < 0.2)
        #expect(said.likeness(to: Wording("")) == 0)
    }
}
