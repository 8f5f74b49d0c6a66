import Journal
import Refusals
import Storage
import WorkingTime

/// An entry of the journal that a signal rests on, and its proof.
struct SignalProof: Sendable {
    let proof: EntryProof

    var id: String { String(proof.entry.id) }
    var entry: JournalEntry { proof.entry.entry }
    /// Whether it still says what its hash was made of; what was erased by law says nothing.
    var isIntact: Bool { proof.entry.erasedAt != nil || Journal.verify(proof.entry) }

    /// Where it stands, for programs.
    var state: State {
        guard isIntact else { return .altered }
        switch proof.standing {
        case .waiting: return .waiting
        case .placed: return .placed
        case .proven: return .proven
        case .missing: return .missing
        }
    }

    /// How far the log bears it out.
    enum State: String, CaseIterable, Sendable {
        case waiting, placed, proven, missing, altered

        var chinese: String {
            switch self {
            case .waiting: "正在排入日志"
            case .placed: "已有位置，等待签名"
            case .proven: "已在签名的日志中"
            case .missing: "签名的日志里没有这条记录"
            case .altered: "内容与散列不符"
            }
        }
    }
}

extension Signal {
    /// The entries that it rests on, by their ids: what was counted, and what came last before it.
    var entries: [Int64] {
        let acts = (evidence.acts ?? []).map(\.entry)
        return Set(acts + [evidence.entry].compactMap(\.self)).sorted()
    }

    /// These, and those of what was done with the signal itself, as the log bears them out; the first come first.
    func proofs(in tx: Transaction) throws -> [SignalProof] {
        let own = try Journal.entries(subject: "signal:\(id)", onlyPublic: false, limit: 60, in: tx).map(\.id)
        return try Set(entries + own).sorted().compactMap { entry in
            try EntryProof.of(entry, in: tx).map(SignalProof.init)
        }
    }
}
