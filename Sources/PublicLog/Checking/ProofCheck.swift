import Journal
import Refusals
import TransparencyLog

/// Says whether a proof file, or a promise, is what it claims to be. It asks no database.
public struct ProofCheck: Sendable {
    /// What was found.
    public enum Verdict: Sendable, Hashable {
        /// The record stands in the log.
        case holds(Proven)
        /// There is no proof yet, but the log has promised a place.
        case promised(ReceiptPromise)
        /// It can be read, and proves nothing.
        case broken(Sentence)
        /// It cannot be read.
        case unreadable(Sentence, in: Document)
    }

    /// What is handed in, by the field in which it is.
    public enum Document: String, Sendable, Hashable {
        /// A proof file.
        case proof = "file"
        /// A promise.
        case promise

        fileprivate var name: String { self == .proof ? "证明文件" : "收件承诺" }
    }

    /// What a proof that holds has proven.
    public struct Proven: Sendable, Hashable {
        /// The tree in which the record stands.
        public let checkpoint: Checkpoint
        /// Its place, from 0.
        public let index: UInt64
        /// What the record says; nil when the file does not carry it.
        public let entry: ProvenEntry?
        /// The promise that was kept; nil when none was shown.
        public let promise: ReceiptPromise?
        /// Who else has signed, besides the log. Their signatures are theirs to verify.
        public let cosigners: [String]
    }

    private let keys: JournalKeys

    /// A check that believes these keys.
    public init(trusting keys: JournalKeys) { self.keys = keys }

    /// Checks what somebody holds.
    ///
    /// - Parameters:
    ///   - proof: the text of a proof file; empty: none.
    ///   - promise: the text of a promise; empty: none. It names the record that a proof without its entry is about.
    public func check(proof: String, promise: String) -> Verdict {
        let promised: ReceiptPromise?
        do {
            promised = try promise.isEmpty ? nil : ReceiptPromise(SignedNote(promise), trusting: keys)
        } catch { return verdict(of: error, in: .promise) }
        guard !proof.isEmpty else {
            return promised.map { .promised($0) } ?? .unreadable("请选择或粘贴证明文件。", in: .proof)
        }
        do { return .holds(try proven(ProofFile(proof), promised)) } catch {
            return verdict(of: error, in: .proof)
        }
    }

    private func proven(_ file: ProofFile, _ promise: ReceiptPromise?) throws -> Proven {
        let checkpoint = try keys.checkpoint(in: file.note)
        guard let leaf = file.entry.map({ NodeHash(leaf: $0) }) ?? promise?.leaf else {
            throw LogFault.noEntry
        }
        guard promise.map({ $0.leaf == leaf }) ?? true else { throw LogFault.notIncluded }
        try file.proof.verify(leaf, in: checkpoint.head)
        return Proven(
            checkpoint: checkpoint, index: file.proof.index,
            entry: file.entry.flatMap { ProvenEntry(content: $0) }, promise: promise,
            cosigners: file.note.signatures.map(\.name).filter { $0 != checkpoint.origin })
    }

    private func verdict(of error: any Error, in document: Document) -> Verdict {
        switch error as? LogFault {
        case .noEntry: .unreadable(LogFault.noEntry.sentence, in: .promise)
        case nil, .malformedNote, .malformedProof, .malformedCheckpoint:
            .unreadable("\(document.name)的格式不对，无法读取。", in: document)
        case .some(let fault): .broken("\(document.name)：\(fault.sentence.chinese)")
        }
    }
}
