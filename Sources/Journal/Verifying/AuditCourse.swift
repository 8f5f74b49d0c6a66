import Storage
import TransparencyLog

extension JournalAudit {
    /// How far a check has come.
    struct Course {
        private var replay: LogReplay
        private(set) var checkpointCount = 0
        private(set) var erasedCount = 0
        /// Full tiles above the leaves, as the leaves make them.
        private(set) var above: [Tile] = []

        /// The largest tree that was remembered.
        private let remembered: UInt64

        init(heads: [TreeHead]) {
            replay = LogReplay(heads: heads)
            remembered = heads.map(\.size).max() ?? 0
        }

        /// The tile that comes next.
        var tileIndex: UInt64 { replay.size / UInt64(Tile.fullWidth) }

        /// Checks what belongs to one tile.
        ///
        /// - Throws: ``Misfit``.
        mutating func play(_ page: Page, trusting keys: JournalKeys) throws {
            try expect(page.claims, trusting: keys)
            let wrong = Self.firstMisfit(in: page)
            erasedCount += page.entries.count { $0.erasedAt != nil }
            // What does not fit before it is said first.
            let sound = wrong.map { Int($0.place) - Int(page.start) } ?? Tile.fullWidth
            let leaves = try Array(leaves(of: page).prefix(sound))
            let kept = Array(page.kept.prefix(sound))
            do { above = try replay.play(leaves, kept: kept) } catch {
                throw Misfit(error, signed: remembered)
            }
            if let wrong { throw wrong.misfit }
        }

        /// Checks the end.
        ///
        /// - Throws: ``Misfit``.
        func finish(_ page: Page, trusting keys: JournalKeys) throws -> TreeHead {
            guard let ending = page.ending else { return replay.head }
            if let beyond = ending.beyond { throw Misfit.beyond(beyond) }
            if let newest = ending.newest { try expectEnd(newest, trusting: keys) }
            do {
                let head = try replay.finish()
                guard ending.head == head else { throw Misfit.tile(level: 1, index: 0) }
                return head
            } catch let misfit as LogReplay.Misfit { throw Misfit(misfit, signed: remembered) }
        }

        private mutating func expect(_ claims: [StoredCheckpoint.Claim], trusting keys: JournalKeys) throws {
            let heads = try claims.map { try head(of: $0, trusting: keys) }
            checkpointCount += heads.count
            replay.expect(heads)
        }

        private func expectEnd(_ claim: StoredCheckpoint.Claim, trusting keys: JournalKeys) throws {
            let head = try head(of: claim, trusting: keys)
            guard head.size <= replay.size else { throw Misfit.end(replay.size, signed: head.size) }
        }

        private func head(of claim: StoredCheckpoint.Claim, trusting keys: JournalKeys) throws -> TreeHead {
            do {
                let head = try keys.checkpoint(in: SignedNote(claim.text)).head
                guard head.size == claim.size else { throw LogFault.malformedCheckpoint }
                return head
            } catch let fault as LogFault { throw Misfit.checkpoint(claim.size, fault) }
        }

        private static func firstMisfit(in page: Page) -> (place: UInt64, misfit: Misfit)? {
            for stored in page.entries {
                let place = UInt64(stored.leafIndex ?? 0)
                if stored.erasedAt != nil {
                    if !page.explained.contains(stored.id) { return (place, .erasure(place)) }
                } else if !Journal.verify(stored) {
                    return (place, .content(place))
                }
            }
            return nil
        }

        /// The leaves up to the first gap.
        private func leaves(of page: Page) throws -> [NodeHash] {
            var leaves: [NodeHash] = []
            for entry in page.entries {
                let place = page.start + UInt64(leaves.count)
                guard entry.leafIndex.map(UInt64.init) == place,
                    let leaf = Hexadecimal.bytes(entry.leafHash).flatMap({ NodeHash($0) })
                else { break }
                leaves.append(leaf)
            }
            return leaves
        }
    }
}

extension JournalAudit.Misfit {
    init(_ misfit: LogReplay.Misfit, signed: UInt64) {
        switch misfit {
        case .leaf(let place): self = .leaf(place)
        case .head(let head): self = .head(head.size)
        case .end(let end): self = .end(end, signed: signed)
        }
    }
}
