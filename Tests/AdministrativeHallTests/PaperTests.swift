import Government
import Identity
import Journal
import Messaging
import Refusals
import Storage
import Testing
import WorkingTime

@testable import AdministrativeHall

@Suite("Originals on paper")
struct PaperTests {
    private let giver = Actor(accountID: 1, name: "梁小雯", organ: "zwfw", channel: "page", address: "")
    private let taker = Actor(accountID: 2, name: "李敏", organ: "scjg", channel: "page", address: "")

    private var paper: Paper {
        Paper(id: 1, caseNumber: "1", words: "租赁合同 1 份", place: "zwfw", takenBy: 1, takenAt: morning)
    }

    @Test("不在手里的原件不能交，也不能退")
    func notHere() throws {
        var paper = paper
        #expect(throws: DomainError.forbidden("原件不在您所在的部门，不能交接。")) {
            try paper.handOver(to: "zjj", by: taker, organs: ["scjg"], at: morning)
        }
        try paper.handOver(to: "scjg", by: giver, organs: ["zwfw"], at: morning)
        #expect(throws: DomainError.conflict("这份原件已经交出，等待对方签收。")) {
            try paper.giveBack(by: giver, organs: ["zwfw"], at: morning)
        }
    }

    @Test("交出的人不能自己签收，别的部门也不能")
    func bothSides() throws {
        var paper = paper
        #expect(throws: DomainError.conflict("这份原件没有在交接途中。")) {
            try paper.sign(by: taker, organs: ["scjg"])
        }
        try paper.handOver(to: "scjg", by: giver, organs: ["zwfw"], at: morning)
        #expect(throws: DomainError.forbidden("交出的人不能自己签收。")) {
            try paper.sign(by: giver, organs: ["zwfw", "scjg"])
        }
        #expect(throws: DomainError.forbidden("原件不是交给您所在的部门，不能签收。")) {
            try paper.sign(by: taker, organs: ["zjj"])
        }
        #expect(try paper.sign(by: taker, organs: ["scjg"]).handedBy == 1)
        #expect(paper.place == "scjg" && paper.heading == nil)
        try paper.giveBack(by: taker, organs: ["scjg"], at: morning)
        #expect(throws: DomainError.conflict("这份原件已经退还申请人。")) {
            try paper.giveBack(by: taker, organs: ["scjg"], at: morning)
        }
    }

    private func papers(_ house: HallHouse) async throws -> Papers {
        let owner = try await house.account("zhangwei").id
        return Papers(database: house.database, outbox: Outbox()) { number, _ in
            guard number == "441202" else { throw DomainError.notFound("没有找到这个办件，或者您无权查看。") }
            return owner
        }
    }

    private func hand(_ house: HallHouse, _ name: String) async throws -> Papers.Hand {
        let account = try await house.account(name)
        return Papers.Hand(
            actor: account.actor(channel: "page", address: ""), organs: account.organs(for: .handlePapers),
            viewer: account.viewer)
    }

    @Test("每次交接留下双方签名的回执，申请人知道收下和退还")
    func chain() async throws {
        let house = try await HallHouse()
        let papers = try await papers(house)
        let (clerk, officer) = (try await hand(house, "clerk"), try await hand(house, "officer-scjg"))
        await #expect(throws: DomainError.self) {
            try await papers.take("合同", of: "17", by: clerk, at: morning)
        }
        await #expect(throws: DomainError.invalid("words", "请写明是什么原件、几份，不超过 200 字。")) {
            try await papers.take("", of: "441202", by: clerk, at: morning)
        }
        let id = try await papers.take("租赁合同 1 份", of: "441202", by: clerk, at: morning)
        try await papers.act(.handOver("scjg"), on: id, by: clerk, at: morning)
        let waiting = try await house.database.read { try PaperStore.heading(to: ["scjg"], in: $0) }
        #expect(waiting.map(\.id) == [id])
        try await papers.act(.sign, on: id, by: officer, at: Samples.minutes(60))
        let (here, receipts) = try await house.database.read { tx in
            (
                try PaperStore.papers(at: ["scjg"], after: nil, in: tx).items,
                try PaperStore.receipts(of: id, in: tx)
            )
        }
        #expect(here.map(\.id) == [id])
        #expect(receipts.map(\.handedBy.name) == ["梁小雯"] && receipts.map(\.signedBy.name) == ["李敏"])
        try await papers.act(.giveBack, on: id, by: officer, at: Samples.minutes(90))
        #expect(try await house.told("zhangwei") == ["您的原件已退还：租赁合同 1 份。", "已收下您的原件：租赁合同 1 份。用完后退还。"])
    }

    @Test("快递单号告诉申请人，同一单号不能登记两次")
    func delivery() async throws {
        let house = try await HallHouse()
        let papers = try await papers(house)
        let clerk = try await hand(house, "clerk")
        await #expect(throws: DomainError.invalid("tracking", "快递单号应为 6 到 40 位字母、数字或者短横线。")) {
            try await papers.send("441202", company: "邮政", tracking: "12", by: clerk, at: morning)
        }
        try await papers.send("441202", company: "邮政", tracking: "1234567890123", by: clerk, at: morning)
        #expect(try await house.told("zhangwei") == ["办理结果已由邮政寄出，单号 1234567890123。"])
        await #expect(throws: DomainError.invalid("tracking", "这个快递单号已经登记过，请核对。")) {
            try await papers.send("441202", company: "邮政", tracking: "1234567890123", by: clerk, at: morning)
        }
    }
}
