import WorkingTime

/// Something an applicant handed in with a case.
public struct HandedIn: Sendable, Hashable {
    /// What it is called in the item.
    public let name: String
    /// By what it is the same material as another: the code it has in the item library, else its name.
    public let material: String
    /// The case it belongs to, a part of its matter or the whole.
    public let caseID: Int64
    /// The file.
    public let file: Int64
    /// When.
    public let at: Instant
    /// Whether the government had a licence that says the same and held at that moment.
    public let isHeld: Bool

    /// A file under a requirement.
    ///
    /// - Parameter code: the code of the material in the item library; nil where it has none.
    public init(
        name: String, code: String? = nil, caseID: Int64, file: Int64, at: Instant, isHeld: Bool
    ) {
        (self.name, material) = (name, code ?? name)
        (self.caseID, self.file, self.at, self.isHeld) = (caseID, file, at, isHeld)
    }
}

/// How a material was asked for that need not have been asked for.
public struct Repetition: Sendable, Hashable, Codable {
    /// The ways in which that happens.
    public enum Kind: String, Sendable, CaseIterable, Codable {
        /// It had been handed in with the same case before, and was asked for anew.
        case supplement = "material-again"
        /// Several items of one matter each had a file of their own.
        case items = "material-items"
        /// The same applicant had handed it in with another case within a year.
        case earlier = "material-earlier"
        /// A licence that says the same was in the register.
        case held = "material-held"
    }

    /// In which way.
    public let kind: Kind
    /// Which material: its code, or its name where it has no code.
    public let material: String

    /// A repetition.
    public init(_ kind: Kind, _ material: String) { (self.kind, self.material) = (kind, material) }

    /// What was asked for twice in one matter, with what the materials are called there.
    ///
    /// - Parameters:
    ///   - handedIn: everything that was handed in with it, whatever came from the register left out.
    ///   - earlier: what the same applicant had handed in with other matters.
    public static func all(in handedIn: [HandedIn], earlier: [HandedIn]) -> [Repetition: String] {
        var found: [Repetition: String] = [:]
        let before = Dictionary(grouping: earlier, by: \.material)
        for (material, files) in Dictionary(grouping: handedIn, by: \.material) {
            // The same code may have several names; the one in front is kept.
            let name = files.map(\.name).min() ?? material
            let byCase = Dictionary(grouping: files, by: \.caseID).values
            if byCase.contains(where: { Set($0.map(\.at)).count > 1 }) {
                found[.init(.supplement, material)] = name
            }
            // One file for all is asked for once.
            let sets = byCase.map { Set($0.map(\.file)) }
            if sets.indices.contains(where: { one in
                sets.indices.contains { $0 != one && sets[$0].isDisjoint(with: sets[one]) }
            }) {
                found[.init(.items, material)] = name
            }
            if let first = files.map(\.at).min(),
                before[material]?.contains(where: { $0.isRecent(at: first) }) == true
            {
                found[.init(.earlier, material)] = name
            }
            if files.contains(where: \.isHeld) { found[.init(.held, material)] = name }
        }
        return found
    }
}

extension HandedIn {
    private static let yearSeconds = 366 * 86_400

    fileprivate func isRecent(at moment: Instant) -> Bool {
        at < moment && moment - at <= Self.yearSeconds
    }
}
