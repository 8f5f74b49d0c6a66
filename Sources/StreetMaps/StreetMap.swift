import Foundation
import Yams

/// The streets of the district in a plane, as data.
public struct StreetMap: Codable, Sendable, Hashable {
    struct Street: Codable, Sendable, Hashable {
        let code: String
        /// Corners, as SVG writes them.
        let points: String
        /// Where its words stand.
        let at: [Int]
    }

    struct River: Codable, Sendable, Hashable {
        let points: String
        let label: String
        let at: [Int]
    }

    let width: Int
    let height: Int
    let river: River?
    let streets: [Street]

    /// The map that comes with the program.
    ///
    /// - Throws: a decoding error when the delivered file is damaged.
    public static func delivered() throws -> StreetMap {
        let file = Bundle.module.bundleURL.appending(path: "Resources/street-map.yaml")
        return try YAMLDecoder().decode(StreetMap.self, from: Data(contentsOf: file))
    }
}
