import App
import ArgumentParser
import Foundation
import Journal
import PublicLog
import Refusals
import Storage
import TransparencyLog
import WorkingTime

/// The journal's log, checked from outside: nothing here asks the server.
struct JournalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal", abstract: "核验日志和存证，管理日志的密钥",
        subcommands: [Verify.self, Prove.self, Key.self])

    /// Exit 0 when everything fits, 1 when something does not, 2 when it cannot be looked at.
    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "核验整个日志有没有被改动")
        @OptionGroup var settings: Settings
        @Option(help: "从别处留存的检查点文件，可以多次给出") var checkpoint: [String] = []
        @Option(help: "日志的公钥，可以多次给出；不写就用密钥文件") var key: [String] = []

        func run() async throws {
            let configuration = try settings.resolve()
            let keys = try orTwo { try JournalKeys(of: configuration, or: key) }
            let remembered = try orTwo {
                try checkpoint.map { try SignedNote(read($0)) } + (try configuration.rememberedCheckpoints())
            }
            let database = try await opened(configuration)
            do {
                let account = try await JournalAudit(of: database, trusting: keys).run(remembered: remembered)
                print("条数：\(account.head.size)\n根：\(account.head.root)")
                print(
                    "检查点 \(account.checkpointCount) 个，已依法删除个人信息 \(account.erasedCount) 条，尚未排入 \(account.waitingCount) 条"
                )
                print("ok")
            } catch let misfit as JournalAudit.Misfit {
                print(misfit)
                throw ExitCode(1)
            } catch let fault as LogFault {
                print("留存的检查点：\(fault.sentence)")
                throw ExitCode(1)
            }
            try database.close()
        }
    }

    /// Exit 0 when the proof holds, 1 when not, 2 when it cannot be read.
    struct Prove: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "离线验证一份存证")
        @Argument(help: "证明文件（.tlog-proof）") var file: String
        @Option(help: "日志的公钥，可以多次给出") var key: [String]
        @Option(help: "收件承诺；证明文件里没有记录本身时需要") var promise: String?

        func run() throws {
            let keys = try orTwo { try JournalKeys(key.joined(separator: "\n")) }
            let proof = try orTwo { try read(file) }
            let shown = try orTwo { try promise.map(read) ?? "" }
            switch ProofCheck(trusting: keys).check(proof: proof, promise: shown) {
            case .holds(let proven):
                if let entry = proven.entry {
                    print("\(entry.at.chinese) \(entry.subject) \(entry.sentence.chinese)")
                }
                print(
                    "第 \(proven.index + 1) 条，检查点：\(proven.checkpoint.origin) 前 \(proven.checkpoint.head.size) 条"
                )
                print("ok")
            case .promised(let promise): print("\(promise.at) \(promise.number) 的收件承诺有效")
            case .broken(let sentence):
                print(sentence)
                throw ExitCode(1)
            case .unreadable(let sentence, _):
                print(sentence)
                throw ExitCode(2)
            }
        }
    }

    /// Makes a key, or shows the public half of one that is there.
    struct Key: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "生成密钥文件，或显示其中的公钥")
        @Argument(help: "密钥文件") var file: String
        @Option(help: "没有这个文件时，以这个名称生成：日志的名称，如 minben.example.gov.cn/journal") var origin: String?
        @Flag(help: "生成见证方的密钥，而不是日志的") var witness = false
        @Option(help: "另起日志时，把原密钥文件的公钥也写进新文件，使原有的检查点仍可验证") var after: String?

        func run() throws {
            let file = KeyFile(self.file)
            try orTwo {
                if !file.exists, let origin { try file.create(lines(for: origin)) }
                if witness { return print(try file.cosignerKey().key) }
                for verifier in try file.journalKeys().verifiers { print(verifier.key) }
            }
        }

        private func lines(for origin: String) throws -> [String] {
            if witness { return [try CosignerKey(name: origin).secret] }
            let earlier = try after.map { try KeyFile($0).journalKeys().verifiers.map { "\($0.key)" } } ?? []
            return [try Ed25519Signer(name: origin).secret] + earlier
        }
    }
}

private func read(_ path: String) throws -> String {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
        throw KeyFileFault.unreadable(path)
    }
    return text
}

/// What keeps the check from beginning is said, and is exit 2.
private func orTwo<T>(_ body: () throws -> T) throws -> T {
    do { return try body() } catch let fault as LogFault { print(fault.sentence) } catch { print(error) }
    throw ExitCode(2)
}

private func opened(_ configuration: Configuration) async throws -> Database {
    do { return try await configuration.existingDatabase() } catch { print(error) }
    throw ExitCode(2)
}
