import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import Refusals
import RuleBooks
import Search
import Storage
import TestSupport
import Testing
import Typesetting
import WorkingTime

@testable import Bulletins

@Suite("A draft whose figures have changed, and where published bulletins are found")
struct RefreshTests {
    /// What is counted after something was put right.
    private static let corrected = BulletinHouse.busy.merging(
        ["2026-10": ["filed": 1_040, "closed": 990, "promised_ended": 1_000, "promised_kept": 980]]
    ) { $1 }

    private func later(_ house: BulletinHouse) -> BulletinOffice {
        BulletinOffice(
            database: house.database, sources: BulletinHouse.sources(Self.corrected),
            templates: house.office.templates)
    }

    private func section(_ key: String, _ words: String) -> Bulletin.Section {
        .init(key: key, title: key, chart: nil, original: words)
    }

    @Test("what is approved or was changed meanwhile is not refreshed")
    func refused() async throws {
        var one = try await BulletinHouse().drafted()
        let (figures, seen) = (one.figures, one.revision)
        #expect(throws: DomainError.conflict("这期通报刚刚被别人改过，请刷新后重新修改。")) {
            try one.refresh(figures, [], seen: seen + 1, by: writer, at: noon)
        }
        try one.approve(by: other)
        #expect(throws: DomainError.self) {
            try one.refresh(figures, [], seen: one.revision, by: writer, at: noon)
        }
    }

    @Test("words of templates are made anew, words of people stay and are marked where their figures changed")
    func kept() throws {
        var one = Bulletin(
            id: 1, period: try period("2026-10"), figures: BulletinFigures(period: "2026-10"),
            generatedAt: noon,
            sections: [
                section("a", "收到 10 件。"), section("b", "办结 9 件。"), section("c", "平稳。"), section("d", "旧。"),
            ],
            editors: [])
        for (key, words) in [("b", "办结 9 件，较快。"), ("c", "总体平稳。"), ("d", "旧的部分。")] {
            try one.edit(key, words, seen: one.revision, by: writer)
        }
        var figures = BulletinFigures(period: "2026-10")
        figures.totals = ["filed": 11]
        let fresh = [
            section("a", "收到 11 件。"), section("b", "办结 10 件。"), section("c", "平稳。"), section("e", "新。"),
        ]
        try one.refresh(figures, fresh, seen: one.revision, by: other, at: noon.adding(seconds: 60))
        #expect(one.sections.map(\.key) == ["a", "b", "c", "e", "d"])
        #expect(one.sections.map(\.text) == ["收到 11 件。", "办结 9 件，较快。", "总体平稳。", "新。", "旧的部分。"])
        #expect(one.sections.map(\.isOutdated) == [nil, true, nil, nil, nil])
        #expect(one.sections.map(\.before) == ["收到 10 件。", "办结 9 件。", nil, nil, nil])
        #expect(one.changes == [FigureChange(name: "收到办件", before: 0, after: 11)])
        // Whoever has read the new figures and written anew has seen to it.
        try one.edit("b", "办结 10 件，较快。", seen: one.revision, by: writer)
        #expect(one.sections[1].isOutdated == nil)
        #expect(throws: DomainError.self) { try one.approve(by: other) }
    }

    @Test("a period put right by itself has its own sum; one that nothing measures that of its months")
    func ownSums() async throws {
        let sources = BulletinSources(
            assessed: { name, _ in
                name == "2026-10" ? nil : .init(isFrozen: true, organs: [], totals: ["filed": 7])
            },
            totals: { wanted, _ in BulletinHouse.busy.filter { wanted.contains($0.key) } },
            signals: { _, _, _ in [] }, standing: { _ in nil })
        let house = try await BulletinHouse()
        let (october, september) = try await house.database.read { tx in
            (
                try sources.figures(of: try period("2026-10"), in: tx),
                try sources.figures(of: try period("2026-09"), in: tx)
            )
        }
        #expect(october.totals["filed"] == 1_031 && october.previous == ["filed": 7])
        #expect(october.lastYear == ["filed": 7])
        #expect(september.totals == ["filed": 7] && september.previous == nil)
    }

    @Test("a card that was taken back after the month was frozen stands in no sentence and in no table")
    func takenBack() async throws {
        let sums = ["filed": 1, "yellow_cards": 9, "red_cards": 2]
        let sources = BulletinSources(
            assessed: { _, _ in
                .init(
                    isFrozen: true,
                    organs: [
                        .init(key: "scjg", name: "市场监督管理局", points: 9_000, amounts: sums, remark: ""),
                        .init(key: "zjj", name: "住房和城乡建设局", points: 8_000, amounts: [:], remark: ""),
                    ], totals: sums)
            },
            totals: { wanted, _ in wanted.reduce(into: [:]) { $0[$1] = sums } },
            signals: { from, _, _ in
                guard from.day.iso == "2026-10-01" else { return [] }
                return [
                    .init(
                        organ: "scjg", .init(name: "超期", level: "red", count: 0, confirmed: 0, withdrawn: 1)),
                    .init(
                        organ: "zjj", .init(name: "超期", level: "red", count: 1, confirmed: 1, withdrawn: 0)),
                    .init(
                        organ: "zjj", .init(name: "退回", level: "yellow", count: 2, confirmed: 2, withdrawn: 0)
                    ),
                ]
            }, standing: { _ in nil })
        let house = try await BulletinHouse()
        let figures = try await house.database.read {
            try sources.figures(of: try period("2026-10"), in: $0)
        }
        let sections = try RuleReading.delivered().sections(figures, try period("2026-10"))
        let text = sections.first { $0.key == "signals" }?.text
        #expect(text?.hasPrefix("本期发出监察信号 4 条，其中撤销、取消 1 条；其余 3 条里有黄牌 2 张，红牌 1 张。") == true)
        #expect(text?.hasSuffix("红牌已经成立的部门：住房和城乡建设局（1 张）。") == true)
        #expect(figures["yellow_cards"] == 2 && figures["red_cards"] == 1)
        #expect(figures.organs.map { $0.amounts["yellow_cards"] } == [0, 2])
        #expect(figures.organs.map { $0.amounts["red_cards"] } == [0, 1])
        #expect(figures.previous == sums, "of months without signals there are the sums alone")
    }

    @Test(
        "on the desk it is refreshed by who writes, shows what changed, and is published with the new figures"
    )
    func story() async throws {
        let house = try await BulletinHouse()
        let drafted = try await house.drafted()
        let (desk, office, period) = (BulletinPath.edit("2026-10"), later(house), drafted.period)
        try await house.visit(as: "leader") { client async throws in
            #expect(try await client.press("\(desk)/figures", "seen=0").status == .forbidden)
            #expect(!(try await client.look(desk).text.contains("用现在的数据更新")))
        }
        try await house.visit(as: "supervisor") { client async throws in
            let edited = try await client.press("\(desk)/sections/overview", "text=总体平稳。&seen=0")
            #expect(edited.status == .seeOther)
            #expect(try await client.press("\(desk)/figures", "seen=0").status == .conflict)
            #expect(try await client.press("\(desk)/figures", "seen=1").status == .seeOther)
            #expect(try await client.look(desk).text.contains("全区的数和以前一样"))
        }
        try await house.database.write { tx in
            try office.refresh(period, seen: 2, by: writer, at: noon, in: tx)
        }
        try await house.visit(as: "supervisor") { client async throws in
            let page = try await client.look(desk).text
            for words in ["更新以后变了的数", "1040", "数据变了，请核对", "总体平稳。", "<del>", "按时办结率 98.0%"] {
                #expect(page.contains(words), "\(words)")
            }
        }
        let published = try await house.database.write { tx in
            try office.change(period, "bulletin.approved", "审定", by: other, at: noon, in: tx) {
                try $0.approve(by: other)
            }
            try office.publish(period, by: other, at: noon, in: tx)
            return try EditionStore.published(period, in: tx)
        }
        #expect(published.edition.figures.totals["filed"] == 1_040)
        #expect(try await house.database.read { try BulletinStore.bulletin(period, in: $0).changes } == nil)
    }

    @Test(
        "the paper of what is published bears the seal of its issuer, a draft none; so does one without issuer"
    )
    func sealed() async throws {
        let house = try await BulletinHouse()
        let published = try await house.published()
        func seals(_ paper: BulletinPaper) -> [String] {
            paper.sheet.marks.compactMap { if case .seal(let seal) = $0 { seal.name } else { nil } }
        }
        #expect(seals(BulletinPaper(published)) == ["肇庆市端州区人民政府办公室"])
        #expect(try await BulletinPaper(published).pdf().starts(with: Array("%PDF".utf8)))
        let draft = try await house.drafted("2026-Q3")
        #expect(seals(BulletinPaper(draft: draft, title: "草稿", at: noon)).isEmpty)
        let earlier = BulletinEdition(draft, title: "没有写明机关的一版")
        #expect(earlier.issuerName == nil)
    }

    @Test("open data say the moment of what stands open as RFC 3339 too, and read what was kept before")
    func moment() throws {
        let text = try encodeJSON(BulletinFigures.Standing(at: noon, open: 3, overdue: 1))
        #expect(text.contains(#""as_of":"2026-11-24T12:00:00+08:00""#) && text.contains(#""at":"#))
        let before = try JSONDecoder().decode(
            BulletinFigures.Standing.self,
            from: Data(text.replacing(#""as_of":"2026-11-24T12:00:00+08:00","#, with: "").utf8))
        #expect(before.asOf == nil && before.at == noon)
    }

    @Test("what is published is found, what is a draft or was withdrawn is not")
    func found() async throws {
        let house = try await BulletinHouse()
        func known() async throws -> [String] {
            try await house.database.read { tx in
                try tx.rows("SELECT title, address FROM search_document WHERE source = 'bulletins' /* all */")
                    .map {
                        try $0.text("title") + $0.text("address")
                    }
            }
        }
        _ = try await house.drafted("2026-Q3")
        #expect(try await known().isEmpty)
        let one = try await house.published()
        #expect(try await known() == ["端州区电子监察通报（2026年10月）/supervision/bulletins/2026-10"])
        let read = try await house.database.read { try Bulletins.searchSource.documents("", 10, $0) }
        #expect(read == [BulletinSearch.document(one)] && read[0].text.contains("按时办结率 97.3%"))
        let office = house.office
        try await house.database.write { tx in
            try office.change(one.period, "bulletin.withdrawn", "撤回", by: other, at: noon, in: tx) {
                try $0.withdraw("数据来源有误。", by: other, at: noon)
            }
        }
        #expect(try await known().isEmpty)
        #expect(try await house.database.read { try Bulletins.searchSource.documents("", 10, $0) }.isEmpty)
    }
}
