import WorkingTime

/// Who took up what an organ did, and who took it up after them: each organ names its successor only.
public struct OrganLineage: Sendable {
    private let organs: [String: Organ]

    /// The lineage of these organs, those that are gone among them.
    public init(_ organs: some Sequence<Organ>) {
        self.organs = Dictionary(organs.map { ($0.key, $0) }) { first, _ in first }
    }

    /// The organ of this key and those that came after it, the earliest first, as far as they are known; a line that comes back
    /// to itself ends there.
    public func line(of key: String) -> [Organ] {
        var line: [Organ] = []
        var next = organs[key]
        while let organ = next, !line.contains(where: { $0.key == organ.key }) {
            line.append(organ)
            next = organ.successor.flatMap { organs[$0] }
        }
        return line
    }

    /// Who does on a day what the organ of this key did: itself while it is there; `nil` where nobody took it up.
    public func answering(for key: String, on day: CivilDate) -> Organ? {
        line(of: key).first { $0.isLiving(on: day) }
    }

    /// The organs that are gone on a day and that another answers for, by their keys.
    public func passages(on day: CivilDate) -> [(gone: Organ, heir: Organ)] {
        organs.values.filter { !$0.isLiving(on: day) }.sorted { $0.key < $1.key }.compactMap { organ in
            answering(for: organ.key, on: day).map { (organ, $0) }
        }
    }
}

extension Organ {
    /// Whether it is not gone yet on a day.
    public func isLiving(on day: CivilDate) -> Bool { validUntil.map { $0 >= day } ?? true }
}
