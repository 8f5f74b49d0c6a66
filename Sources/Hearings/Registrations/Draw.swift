import Crypto
import Foundation

/// The draw, which anybody makes again: a registration's lot is the SHA-256 of `seed:role:number`, and the smallest lots
/// of a role get its places. The SHA-256 of the seed is published before anybody registers, so that neither who draws nor
/// who registers can choose the outcome.
enum Draw {
    static func digest(of text: String) -> String {
        SHA256.hash(data: Data(text.utf8)).map { String(format: "%02x", $0) }.joined()
    }

    static func lot(_ number: Int, role: String, seed: String) -> String {
        digest(of: "\(seed):\(role):\(number)")
    }

    /// The numbers of a role in the order of their lots.
    static func order(_ numbers: [Int], role: String, seed: String) -> [Int] {
        let lots = numbers.map { (lot: lot($0, role: role, seed: seed), number: $0) }
        return lots.sorted { $0.lot < $1.lot }.map(\.number)
    }
}
