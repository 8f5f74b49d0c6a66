import BusinessProcess
import Journal
import Refusals
import Testing
import WorkingTime

@testable import ProcessDesk

@Suite("A process on its way to publication")
struct ProposalTests {
    private let now = Instant(milliseconds: 1_795_000_000_000)
    private let second = Actor(accountID: 2, name: "严玉珍", channel: "page", address: "")
    private let author = Actor(accountID: 1, name: "戴启明", channel: "page", address: "")

    private func proposal(_ state: ProcessProposal.State = .draft) -> ProcessProposal {
        ProcessProposal(
            id: 1, process: "single-organ", name: "单部门审批", note: "",
            upload: .init(accountID: 1, name: "戴启明", at: now), state: state,
            version: state == .published ? 2 : nil)
    }

    @Test("Nobody approves what they have uploaded themselves")
    func fourEyes() async throws {
        var proposal = proposal(.validated)
        let check = try await Office.check(Office.singleOrgan())
        #expect(throws: DomainError.forbidden("流程由另一人批准发布，您不能批准自己上传的流程。")) {
            try proposal.approve(check, by: author, at: now) { 2 }
        }
        #expect(proposal.state == .validated && proposal.version == nil)
    }

    @Test("What is wrong with it keeps it from being handed on")
    func unsound() async throws {
        let check = try await Office.check(
            Office.singleOrgan(["minben:role=\"officer\"": "minben:role=\"wizard\""]))
        #expect(check.problems.map(\.elementID) == ["review"])
        var (draft, waiting) = (proposal(), proposal(.validated))
        #expect(throws: DomainError.self) { try draft.submit(check) }
        #expect(throws: DomainError.self) { try waiting.approve(check, by: second, at: now) { 2 } }
        #expect(draft.state == .draft && waiting.state == .validated)
    }

    @Test("It is sent back with a reason, and handed in again")
    func sentBack() async throws {
        var proposal = proposal(.validated)
        #expect(throws: DomainError.invalid("reason", "请写明退回的原因。")) {
            try proposal.sendBack(" ", by: second, at: now)
        }
        #expect(throws: DomainError.invalid("reason", "退回的原因不超过 \(500) 字。")) {
            try proposal.sendBack(String(repeating: "长", count: 501), by: second, at: now)
        }
        try proposal.sendBack("决定环节缺少期限", by: second, at: now)
        #expect(proposal.state == .draft && proposal.remark == "决定环节缺少期限")
        try proposal.submit(try await Office.check(Office.singleOrgan()))
        #expect(proposal.state == .validated && proposal.remark == nil)
    }

    @Test("What is published or given up stays so", arguments: [ProcessProposal.State.published, .discarded])
    func final(_ state: ProcessProposal.State) async throws {
        var proposal = proposal(state)
        let check = try await Office.check(Office.singleOrgan())
        #expect(throws: DomainError.self) { try proposal.submit(check) }
        #expect(throws: DomainError.self) { try proposal.approve(check, by: second, at: now) { 3 } }
        #expect(throws: DomainError.self) { try proposal.sendBack("x", by: second, at: now) }
        #expect(throws: DomainError.self) { try proposal.discard() }
    }
}
