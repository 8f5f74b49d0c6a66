import Refusals
import Testing
import Web

@testable import Content

@Suite("What is not the same in two texts")
struct WordDiffTests {
    @Test("equal texts differ in nothing")
    func same() {
        #expect(WordDiff(from: "不变", to: "不变").pieces == [.same("不变")])
        #expect(WordDiff(from: "", to: "").pieces.isEmpty)
    }

    @Test("in Chinese a character is a word, in Latin and figures a run")
    func words() {
        #expect(
            WordDiff(from: "补助10万元", to: "补助15万元").pieces == [
                .same("补助"), .removed("10"), .added("15"), .same("万元"),
            ])
        #expect(
            WordDiff(from: "三十日内", to: "十五日内").pieces == [
                .removed("三"), .same("十"), .added("五"), .same("日内"),
            ])
    }

    @Test(
        "old and new text can be put together again from the pieces",
        arguments: [
            ("", "全新"), ("全删", ""), ("一\n二\n三", "一\n三\n四"), ("abc def", "abc xyz def"),
            ("👨‍👩‍👧一家", "👨‍👩‍👧两家"),
        ])
    func whole(_ old: String, _ new: String) { expectWhole(old, new) }

    @Test("long texts are compared in a moment, by lines where there are too many words")
    func long() {
        let lines = (0..<1_000).map { "第\($0)行写了一些字。" }
        var changed = lines
        changed[0] = "开头"
        changed[999] = "结尾"
        expectWhole(lines.joined(separator: "\n"), changed.joined(separator: "\n"))
        expectWhole(String(repeating: "甲\n", count: 40_000), String(repeating: "乙\n", count: 40_000))
    }

    private func expectWhole(_ old: String, _ new: String) {
        let pieces = WordDiff(from: old, to: new).pieces
        var (before, after) = ("", "")
        for piece in pieces {
            switch piece {
            case .same(let words): (before, after) = (before + words, after + words)
            case .removed(let words): before += words
            case .added(let words): after += words
            }
        }
        #expect(before == old && after == new)
    }
}
