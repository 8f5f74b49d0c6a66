import Crypto

@testable import TransparencyLog

/// The district's log and two witnesses beside it, with keys that are the same in every run.
enum SampleKeys {
    static let origin = "minben.duanzhou.example/journal"

    static func privateKey(_ seed: UInt8) throws -> Curve25519.Signing.PrivateKey {
        try Curve25519.Signing.PrivateKey(rawRepresentation: Array(repeating: seed, count: 32))
    }

    static func log() throws -> Ed25519Signer {
        try Ed25519Signer(name: origin, privateKey: privateKey(1))
    }

    static func witness(_ number: UInt8, atSeconds seconds: Int64 = 1_764_000_000) throws -> Cosigner {
        try Cosigner(
            name: "witness\(number).example", privateKey: privateKey(10 + number), atSeconds: seconds)
    }

    /// The log as it is trusted: its key, two witnesses, as many of them as asked for.
    static func trusted(neededWitnesses: Int = 0) throws -> TrustedLog {
        TrustedLog(
            origin: origin, keys: [try log().key.verifier()],
            witnesses: [try witness(1).key.verifier(), try witness(2).key.verifier()],
            neededWitnesses: neededWitnesses)
    }

    /// The checkpoint of a tree, signed by the log and by these witnesses.
    static func checkpoint(_ head: TreeHead, witnesses: [UInt8] = []) throws -> SignedNote {
        try Checkpoint(origin: origin, head: head)
            .signed(by: [try log()] + witnesses.map { try witness($0) })
    }
}
