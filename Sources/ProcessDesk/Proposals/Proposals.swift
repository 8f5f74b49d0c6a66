import BusinessProcess
import Cases
import Foundation
import Journal
import Refusals
import Services
import Storage
import WorkingTime

/// What is done with proposals, each change in one transaction with its entry in the journal.
struct Proposals: Sendable {
    /// No drawing made by a person is larger, in bytes.
    static let limitBytes = 2 << 20

    let database: Database
    let processes: ProcessLibrary
    let services: ServiceLibrary

    /// Keeps a file as a draft, whatever is wrong with it: its author sees that on the page of the draft.
    ///
    /// - Returns: the id of the proposal.
    /// - Throws: `invalid` for a file that is no BPMN, or whose process has no id to know it by.
    func upload(_ xml: Data, note: String, by actor: Actor, at now: Instant) async throws -> Int64 {
        let title = try Self.title(of: xml)
        let id = database.ids.next()
        let proposal = ProcessProposal(
            id: id, process: title.id, name: title.name.isEmpty ? title.id : title.name, note: note,
            upload: .init(accountID: actor.accountID, name: actor.name, at: now))
        try await database.write { tx in
            try ProposalStore.insert(proposal, xml: String(decoding: xml, as: UTF8.self), in: tx)
            try Self.record(
                "process.uploaded", proposal, "\(actor.name)上传流程「\(proposal.name)」。", by: actor, at: now,
                in: tx)
        }
        return id
    }

    /// A proposal and what is wrong with its file.
    ///
    /// - Throws: `notFound`.
    func find(_ id: Int64, at now: Instant) async throws -> (proposal: ProcessProposal, check: ProcessCheck) {
        try await database.read { try find(id, at: now, in: $0) }
    }

    /// Changes a proposal by one of its rules, which tells the sentence for the journal.
    func change(
        _ id: Int64, _ action: String, by actor: Actor, at now: Instant,
        _ rule: @escaping @Sendable (inout ProcessProposal, ProcessCheck, Transaction) throws -> Sentence
    ) async throws {
        try await database.write { tx in
            try tx.lock("process_proposal", id: id)
            var (proposal, check) = try find(id, at: now, in: tx)
            let sentence = try rule(&proposal, check, tx)
            try ProposalStore.update(proposal, in: tx)
            try Self.record(action, proposal, sentence, by: actor, at: now, in: tx)
        }
    }

    private func find(_ id: Int64, at now: Instant, in tx: Transaction) throws -> (
        proposal: ProcessProposal, check: ProcessCheck
    ) {
        guard let found = try ProposalStore.find(id, in: tx) else {
            throw DomainError.notFound("没有这份流程，可能链接不完整。")
        }
        let surroundings = try ProcessCheck.Surroundings(services.catalogue, on: now.day, in: tx)
        return (found.proposal, ProcessCheck(processes.read(Data(found.xml.utf8)), surroundings))
    }

    private static func title(of xml: Data) throws -> (id: String, name: String) {
        let title: (id: String, name: String)
        do { title = try ProcessDefinition.title(of: xml) } catch {
            throw DomainError.invalid("file", error.sentence)
        }
        guard title.id.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_.-]{0,79}/) != nil else {
            throw DomainError.invalid("file", "文件里没有可用的流程（process）。流程的 id 以字母开头，由字母、数字、「-」「_」「.」组成。")
        }
        return title
    }

    private static func record(
        _ action: String, _ proposal: ProcessProposal, _ sentence: Sentence, by actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws {
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: action, subject: "process/\(proposal.process)",
                sentence: sentence, detail: ["proposal": String(proposal.id)]),
            in: tx)
    }
}
