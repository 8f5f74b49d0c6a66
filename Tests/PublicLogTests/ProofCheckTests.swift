import Journal
import Modules
import Refusals
import Storage
import Testing
import TransparencyLog
import WorkingTime

@testable import PublicLog

@Suite("Checking a proof")
struct ProofCheckTests {
    private let keys: JournalKeys
    private let log: SmallLog

    init() throws {
        keys = try SmallLog.keys("minben.example/journal")
        log = SmallLog(keys: keys, entries: 5)
    }

    @Test("what is no proof is unreadable", arguments: ["hello\n", "c2sp.org/tlog-proof@v1\n", "\u{FFFD}\n"])
    func unreadable(_ text: String) {
        #expect(ProofCheck(trusting: keys).check(proof: text, promise: "").isUnreadable)
    }

    @Test("nothing at all is asked for")
    func nothing() {
        let verdict = ProofCheck(trusting: keys).check(proof: "", promise: "")
        #expect(verdict.words == "请选择或粘贴证明文件。")
    }

    @Test("a proof of another log is broken, and so is one that nobody known has signed")
    func foreign() throws {
        let other = SmallLog(keys: try SmallLog.keys("elsewhere/journal"), entries: 5)
        let verdict = ProofCheck(trusting: keys).check(proof: try other.proof(of: 2), promise: "")
        #expect(verdict.words == "证明文件：检查点来自另一份日志：elsewhere/journal。")
        let forger = SmallLog(keys: try SmallLog.keys("minben.example/journal"), entries: 5)
        let forged = ProofCheck(trusting: keys).check(proof: try forger.proof(of: 2), promise: "")
        #expect(forged.words == "证明文件：没有可信密钥的签名。")
    }

    @Test("an entry that was changed is not in the log")
    func changed() throws {
        let file = try ProofFile(try log.proof(of: 2))
        let changed = ProofFile(entry: Array("other".utf8), proof: file.proof, note: file.note)
        let verdict = ProofCheck(trusting: keys).check(proof: changed.description, promise: "")
        #expect(verdict.words == "证明文件：这条记录不在该检查点所证明的日志中，或者内容已被改动。")
    }

    @Test("a proof without its entry needs the promise, and the promise of another record does not help")
    func withoutEntry() throws {
        let check = ProofCheck(trusting: keys)
        let proof = try log.proof(of: 2, showing: false)
        #expect(check.check(proof: proof, promise: "").isUnreadable)
        let wrong = check.check(proof: proof, promise: try log.promise(of: 3))
        #expect(wrong.words == "证明文件：这条记录不在该检查点所证明的日志中，或者内容已被改动。")
        let right = check.check(proof: proof, promise: try log.promise(of: 2))
        #expect(right.holds && right.number == "A2")
    }

    @Test("a promise alone holds when we signed it, and is broken when somebody else did")
    func promise() throws {
        let check = ProofCheck(trusting: keys)
        #expect(check.check(proof: "", promise: try log.promise(of: 2)).holds)
        let forger = SmallLog(keys: try SmallLog.keys("minben.example/journal"), entries: 5)
        let forged = check.check(proof: "", promise: try forger.promise(of: 2))
        #expect(forged.words == "收件承诺：没有可信密钥的签名。" && !forged.isUnreadable)
    }

    @Test("a proof that holds says what stands where")
    func holds() throws {
        let verdict = ProofCheck(trusting: keys).check(proof: try log.proof(of: 4), promise: "")
        guard case .holds(let proven) = verdict else { return #expect(verdict.holds) }
        #expect(proven.index == 4 && proven.checkpoint.head.size == 5 && proven.cosigners.isEmpty)
        #expect(proven.promise == nil)
    }
}

extension ProofCheck.Verdict {
    /// Why it does not hold, as people read it.
    var words: String? {
        switch self {
        case .broken(let sentence), .unreadable(let sentence, _): sentence.chinese
        case .holds, .promised: nil
        }
    }

    var isUnreadable: Bool { if case .unreadable = self { true } else { false } }
}
