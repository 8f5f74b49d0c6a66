/// Who takes up what an organ did, in the order in which it is handed on.
///
/// One thing that belongs to an organ follows all passages from the first to the last, so that what goes from A to B and
/// then from B to C ends at C; that nothing is handed to an organ which is gone by then is for the plan to check.
public struct OrganSuccession: Sendable, Hashable {
    /// One handing on.
    public enum Passage: Sendable, Hashable {
        /// All of what an organ did goes to one other.
        case whole(from: String, to: String)
        /// It is divided: items by their codes and cases by their numbers; the rest goes to one.
        case parted(from: String, items: [String: String], cases: [String: String], rest: String)
    }

    /// The passages, in order.
    public let passages: [Passage]
    /// The organs that are gone afterwards, each with the one that is named as its successor.
    public let ended: [String: String]

    /// A succession.
    public init(passages: [Passage], ended: [String: String]) {
        (self.passages, self.ended) = (passages, ended)
    }

    /// Whether nothing is handed on.
    public var isEmpty: Bool { passages.isEmpty }

    /// The organs from which something goes away.
    public var givers: Set<String> {
        Set(
            passages.map { passage in
                switch passage {
                case .whole(let from, _), .parted(let from, _, _, _): from
                }
            })
    }

    /// The organ that has it afterwards.
    ///
    /// - Parameters:
    ///   - organ: whose it is before.
    ///   - item: the item's code, or that of the case's item; `nil` for what belongs to no item.
    ///   - number: the number of the case; `nil` for what belongs to none.
    public func heir(of organ: String, item: String? = nil, number: String? = nil) -> String {
        passages.reduce(organ) { organ, passage in
            switch passage {
            case .whole(let from, let to): return organ == from ? to : organ
            case .parted(let from, let items, let cases, let rest):
                guard organ == from else { return organ }
                return number.flatMap { cases[$0] } ?? item.flatMap { items[$0] } ?? rest
            }
        }
    }
}
