import Web

/// What somebody changed in a text, clause by clause: what went is struck out, what came is underlined.
struct WordChanges {
    enum Piece: Hashable {
        case same(String)
        case added(String)
        case removed(String)
    }

    let pieces: [Piece]

    init(from old: String, to new: String) {
        let (from, to) = (Self.clauses(old), Self.clauses(new))
        let change = to.difference(from: from)
        let gone = Set(change.removals.map { if case .remove(let place, _, _) = $0 { place } else { -1 } })
        let come = Set(change.insertions.map { if case .insert(let place, _, _) = $0 { place } else { -1 } })
        var (pieces, here, there) = ([Piece](), 0, 0)
        while here < from.count || there < to.count {
            if here < from.count, gone.contains(here) {
                pieces.append(.removed(from[here]))
                here += 1
            } else if there < to.count {
                pieces.append(come.contains(there) ? .added(to[there]) : .same(to[there]))
                here += come.contains(there) ? 0 : 1
                there += 1
            } else {
                break
            }
        }
        self.pieces = pieces
    }

    /// A text of some thousand letters is compared by its clauses: quick, and easy to read.
    private static func clauses(_ text: String) -> [String] {
        var clauses = [""]
        for letter in text {
            clauses[clauses.count - 1].append(letter)
            if "。；，、：\n".contains(letter) { clauses.append("") }
        }
        return clauses.filter { !$0.isEmpty }
    }

    var html: HTML {
        HTML.joined(
            pieces.map { piece -> HTML in
                switch piece {
                case .same(let words): "\(words)"
                case .added(let words): "<ins>\(words)</ins>"
                case .removed(let words): "<del>\(words)</del>"
                }
            })
    }
}
