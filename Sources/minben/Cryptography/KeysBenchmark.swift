import ArgumentParser
import Cryptography

extension KeysCommand {
    /// How fast this machine seals, opens and indexes.
    struct Benchmark: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "量一量这台机器每秒加密、解密、检索多少个值")
        @Option(help: "每项做多少次") var count = 100_000

        func validate() throws {
            guard (1...10_000_000).contains(count) else { throw ValidationError("--count 应为 1 到 10000000") }
        }

        func run() throws {
            let ring = try Keyring.make(atMilliseconds: 0)
            let index = BlindIndex("person", "identity_number", form: .code)
            for suite in CipherSuite.allCases {
                let sealer = try Sealer(ring, suite: suite, atMilliseconds: 1)
                let place = Place("person", "identity_number", row: 1)
                let sealed = try sealer.seal("441299198511152041", at: place)
                try measure("\(suite.rawValue) 加密") { _ = try sealer.seal("441299198511152041", at: place) }
                try measure("\(suite.rawValue) 解密") { _ = try sealer.open(sealed, at: place) }
                try measure("\(suite.rawValue) 检索码") {
                    _ = try sealer.code("441299198511152041", in: index)
                }
                let page = try measure("\(suite.rawValue) 一页 50 行、每行 3 个值", times: max(1, count / 150)) {
                    for _ in 0..<150 {
                        _ = try sealer.open(
                            sealed, at: Place("person", "identity_number", row: 1))
                    }
                }
                print("  每页 \(page / 1_000) 微秒")
            }
        }

        @discardableResult
        private func measure(_ name: String, times: Int? = nil, _ body: () throws -> Void) rethrows -> Int {
            let times = times ?? count
            let start = ContinuousClock.now
            for _ in 0..<times { try body() }
            let duration = start.duration(to: .now).components
            let nanoseconds = max(
                1, Int(duration.seconds) * 1_000_000_000 + Int(duration.attoseconds / 1_000_000_000))
            print("\(name)：每秒 \(Int(Double(times) / Double(nanoseconds) * 1_000_000_000)) 次")
            return nanoseconds / times
        }
    }
}
