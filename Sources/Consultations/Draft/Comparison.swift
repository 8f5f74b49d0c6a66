/// What changed from one version to another, passage by passage.
struct Comparison: Sendable {
    /// A stretch of text and whether it came or went.
    struct Piece: Sendable, Hashable {
        enum Kind: Sendable, Hashable { case same, added, removed }
        let kind: Kind
        var words: String
    }

    /// What became of a passage.
    enum Fate: Sendable, Hashable { case same, changed, added, removed }

    struct Line: Sendable {
        let passage: Passage
        let fate: Fate
        let heading: [Piece]
        let words: [Piece]
    }

    let lines: [Line]

    init(from old: [Passage], to new: [Passage]) {
        let before = Dictionary(old.map { ($0.anchor, $0) }) { first, _ in first }
        let kept = Set(new.map(\.anchor))
        let present = new.map { passage -> Line in
            guard let earlier = before[passage.anchor] else { return Line(passage, .added, .added) }
            guard !passage.saysSame(as: earlier) else { return Line(passage, .same, .same) }
            return Line(
                passage: passage, fate: .changed, heading: Self.pieces(earlier.heading, passage.heading),
                words: Self.pieces(earlier.words, passage.words))
        }
        lines = present + old.filter { !kept.contains($0.anchor) }.map { Line($0, .removed, .removed) }
    }

    /// Letter by letter where that is quick to read and to find, else clause by clause.
    static func pieces(_ old: String, _ new: String) -> [Piece] {
        let isShort = max(old.count, new.count) <= 600
        let (from, to) = isShort ? (old.map(String.init), new.map(String.init)) : (clauses(old), clauses(new))
        var (gone, come) = (Set<Int>(), Set<Int>())
        for change in to.difference(from: from) {
            switch change {
            case .remove(let offset, _, _): gone.insert(offset)
            case .insert(let offset, _, _): come.insert(offset)
            }
        }
        return merged(from, to, gone, come)
    }

    private static func merged(_ from: [String], _ to: [String], _ gone: Set<Int>, _ come: Set<Int>)
        -> [Piece]
    {
        var (pieces, here, there) = ([Piece](), 0, 0)
        func add(_ kind: Piece.Kind, _ words: String) {
            if let last = pieces.indices.last, pieces[last].kind == kind {
                pieces[last].words += words
            } else {
                pieces.append(Piece(kind: kind, words: words))
            }
        }
        while here < from.count || there < to.count {
            if here < from.count, gone.contains(here) {
                add(.removed, from[here])
                here += 1
            } else if there < to.count, come.contains(there) {
                add(.added, to[there])
                there += 1
            } else if there < to.count {
                add(.same, to[there])
                (here, there) = (here + 1, there + 1)
            } else {
                break
            }
        }
        return pieces
    }

    private static func clauses(_ text: String) -> [String] {
        var (clauses, current) = ([String](), "")
        for character in text {
            current.append(character)
            if "。；，、：\n".contains(character) {
                clauses.append(current)
                current = ""
            }
        }
        return current.isEmpty ? clauses : clauses + [current]
    }
}

extension Comparison.Line {
    fileprivate init(_ passage: Passage, _ fate: Comparison.Fate, _ kind: Comparison.Piece.Kind) {
        self.init(
            passage: passage, fate: fate, heading: [.init(kind: kind, words: passage.heading)],
            words: [.init(kind: kind, words: passage.words)])
    }
}
