/// A log as its witness remembers it: the rule by which checkpoints are cosigned or refused (C2SP tlog-witness).
///
/// What it remembers is loaded, changed and saved under a lock of its own row, and saved before the cosignature
/// leaves: two requests at once must not take it back to a smaller tree.
public struct Witness: Sendable {
    /// The log and its keys.
    public let log: TrustedLog
    /// The tree that was cosigned last; the empty one at first.
    public private(set) var latest: TreeHead

    /// What is remembered of a log.
    public init(of log: TrustedLog, latest: TreeHead = .empty) { (self.log, self.latest) = (log, latest) }

    /// Takes a checkpoint that continues what was cosigned before. It is to be saved, then cosigned.
    ///
    /// - Throws: ``WitnessRefusal``.
    public mutating func accept(_ submission: CheckpointSubmission) throws(WitnessRefusal) -> Checkpoint {
        let checkpoint = try trusted(submission.note)
        let head = checkpoint.head
        guard submission.oldSize <= head.size else { throw .malformed }
        guard submission.oldSize == latest.size else { throw .conflict(latestSize: latest.size) }
        if head.size == latest.size, head.root != latest.root { throw refusalOfTwin }
        guard continues(submission.proof, to: head) else { throw .inconsistent }
        latest = head
        return checkpoint
    }

    /// Two trees of one size: of the empty one there is only one, so the other is none.
    private var refusalOfTwin: WitnessRefusal {
        latest.size == 0 ? .inconsistent : .conflict(latestSize: latest.size)
    }

    private func trusted(_ note: SignedNote) throws(WitnessRefusal) -> Checkpoint {
        do { return try log.checkpoint(in: note) } catch LogFault.otherOrigin {
            throw .unknownLog
        } catch LogFault.malformedCheckpoint { throw .malformed } catch { throw .unsigned }
    }

    private func continues(_ proof: ConsistencyProof, to head: TreeHead) -> Bool {
        if latest.size == 0 { return proof.hashes.isEmpty }
        return (try? proof.verify(from: latest, to: head)) != nil
    }
}
