/// The addresses of the public log.
enum LogPath {
    static let root = "/api/v1/journal"
    static let checkpoint = "\(root)/checkpoint"
    static let consistency = "\(root)/consistency"
    static let key = "\(root)/key"
    static let receipt = "/api/v1/cases/{number}/receipt"
    static let addCheckpoint = "/api/v1/witness/add-checkpoint"
    static let check = "/proofs"

    /// A tile, whose place is written in so many parts (C2SP tlog-tiles): `tile/0/x001/234.p/8`.
    static func tile(parts: Int) -> String {
        "\(root)/tile/{level}/" + (1...parts).map { "{part\($0)}" }.joined(separator: "/")
    }

    static func proofFile(_ number: String) -> String { "/cases/\(number)/proof.tlog-proof" }
    static func promise(_ number: String) -> String { "/cases/\(number)/promise.txt" }
}
