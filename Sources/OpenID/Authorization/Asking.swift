import Crypto
import Foundation
import WorkingTime

/// Where a visitor comes back to when they have signed in for a program: the program's request, with the time at which
/// it was first made and our word for that.
struct Asking: Sendable {
    let secret: [UInt8]

    private static let timeName = "minben_asked"
    private static let sealName = "minben_seal"

    /// The request without what we added to it, and when it was first made: now, unless we said otherwise.
    func read(
        _ pairs: [(name: String, value: String)], at now: Instant
    ) -> (pairs: [(name: String, value: String)], asked: Instant) {
        let own = Parameters(pairs)
        let rest = pairs.filter { $0.name != Self.timeName && $0.name != Self.sealName }
        guard let text = own[Self.timeName], let milliseconds = Int64(text), let seal = own[Self.sealName],
            Hash.equal(seal, self.seal(rest, text)),
            case let asked = Instant(milliseconds: milliseconds),
            (0..<OpenIDSettings.requestSeconds).contains(now - asked)
        else { return (rest, now) }
        return (rest, asked)
    }

    /// The same request, to be made once more.
    func sealed(_ pairs: [(name: String, value: String)], asked: Instant) -> [(name: String, value: String)] {
        let text = String(asked.milliseconds)
        return pairs + [(Self.timeName, text), (Self.sealName, seal(pairs, text))]
    }

    private func seal(_ pairs: [(name: String, value: String)], _ time: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Data("asked\n\(time)\n\(QueryText.text(pairs))".utf8), using: SymmetricKey(data: secret))
        return Base64URLText.encode(Data(code))
    }
}
