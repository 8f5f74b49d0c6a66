import Foundation
import Web
import Yams

/// What is counted and under which name: a list that is data.
struct CountingRules: Decodable, Sendable, Hashable {
    /// How a route is counted.
    enum Kind: Sendable, Hashable {
        /// Not at all.
        case leftOut
        /// Each of its addresses by itself.
        case whole
        /// All its addresses together: they may say too much.
        case together
        /// As the search.
        case search
    }

    /// Routes that are not counted, by how they begin.
    let leftOut: [String]
    /// Routes whose addresses are kept, by how they begin.
    let whole: [String]
    /// The route of the search.
    let search: String
    /// What robots call themselves, in small letters.
    let robots: [String]

    enum CodingKeys: String, CodingKey {
        case whole, search, robots
        case leftOut = "left_out"
    }

    /// The longest address that is kept, in bytes.
    private static let longestBytes = 300

    /// The rules that come with the program.
    ///
    /// - Throws: a decoding error when the file is damaged.
    static func delivered() throws -> CountingRules {
        let file = Bundle.module.bundleURL.appending(path: "Resources/statistics.yaml")
        return try YAMLDecoder().decode(CountingRules.self, from: Data(contentsOf: file))
    }

    func kind(ofRoute route: String) -> Kind {
        if route == search { return .search }
        if route == "/" { return .whole }
        if route == "-" || Self.isUnder(leftOut, route) { return .leftOut }
        return Self.isUnder(whole, route) ? .whole : .together
    }

    /// Whether a program is no reader: one that says so, or nothing at all.
    func isRobot(_ agent: String?) -> Bool {
        guard let agent, !agent.isEmpty else { return true }
        let name = agent.lowercased()
        return robots.contains { name.contains($0) }
    }

    /// The name under which a visit is counted: never a query, and the address only where it says nothing of anybody.
    static func path(of visit: Visit, as kind: Kind) -> String {
        guard kind == .whole else { return visit.route }
        // By bytes: by characters this would cost more than all the rest.
        let bytes = visit.uri.utf8
        guard let end = bytes.firstIndex(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }) else {
            return bytes.count > longestBytes ? visit.route : visit.uri
        }
        let path = visit.uri[..<end]
        return path.utf8.count > longestBytes ? visit.route : String(path)
    }

    /// Whether a page may be told of as read: one whose address is kept.
    func keepsAddress(_ path: String) -> Bool {
        path.utf8.count <= Self.longestBytes && (path == "/" || Self.isUnder(whole, path))
    }

    private static func isUnder(_ starts: [String], _ path: String) -> Bool {
        starts.contains { path == $0 || path.hasPrefix($0 + "/") || path.hasPrefix($0 + ".") }
    }
}
