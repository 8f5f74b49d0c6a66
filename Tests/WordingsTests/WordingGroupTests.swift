import Testing

@testable import Wordings

@Suite("把说同一件事的话放在一起")
struct WordingGroupTests {
    /// As one would do it with time to spare.
    private func oneByOne(_ all: [Wording], alike bound: Double) -> [Int] {
        var firsts: [Wording] = []
        return all.map { wording in
            if let known = firsts.firstIndex(where: { $0.likeness(to: wording) >= bound }) { return known }
            firsts.append(wording)
            return firsts.count - 1
        }
    }

    @Test("没有字的各是各的，一模一样的是一组")
    func plain() {
        let all = ["", "路灯不亮", "", "路灯，不亮！", "井盖丢失"].map { Wording($0) }
        var groups = WordingGroups(of: all, alike: 0.5)
        #expect(all.map { groups.place($0) } == [0, 1, 2, 1, 3])
    }

    @Test("和逐一比较分得一样", arguments: [0.2, 0.35, 0.5, 0.7, 1.0])
    func same(bound: Double) {
        let places = ["健康路", "文明路", "建设三路", "江滨路和文明路路口", ""]
        let things = ["路灯不亮", "路灯坏了好几天", "井盖丢失", "夜间施工噪音扰民", "灯"]
        let all = places.flatMap { place in
            things.flatMap { [Wording(place + $0), Wording("\(place)的\($0)了"), Wording($0)] }
        }
        var groups = WordingGroups(of: all, alike: bound)
        #expect(all.map { groups.place($0) } == oneByOne(all, alike: bound))
    }
}
