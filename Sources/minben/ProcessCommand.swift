import ArgumentParser
import BusinessProcess
import Cases
import Foundation
import Refusals
import XMLTree

/// Checks, rewrites and draws BPMN files.
struct ProcessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "process", abstract: "检查、改写和绘制 BPMN 流程",
        subcommands: [Check.self, Roundtrip.self, Draw.self, Net.self, Replaying.self])

    /// Exit 0 when it can be published, 1 when not, 2 when it cannot be read. What is only worth a look goes to
    /// standard error and keeps nobody from publishing.
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "检查流程能否发布")
        @Argument(help: "BPMN 文件") var file: String

        func run() throws {
            let xml = try bytes(at: file)
            do { _ = try XMLTree.parse(xml) } catch {
                print("\(error.line): \(error.sentence)")
                throw ExitCode(2)
            }
            let file = ProcessLibrary().read(xml)
            let findings = file.definition.map { Soundness($0).findings } ?? file.findings
            for warning in findings where warning.isWarning {
                FileHandle.standardError.write(Data("提示 \(warning)\n".utf8))
            }
            let problems = findings.filter { !$0.isWarning }
            print(problems.isEmpty ? "ok" : problems.map(\.description).joined(separator: "\n"))
            if !problems.isEmpty { throw ExitCode(1) }
        }
    }

    /// The model, read and written again.
    struct Roundtrip: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "读入并重新写出")
        @Argument(help: "BPMN 文件") var file: String

        func run() throws { print(try unreadableIsTwo { try XMLTree.parse(bytes(at: file)).serialized() }) }
    }

    /// The diagram as SVG.
    struct Draw: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "svg", abstract: "绘制流程图")
        @Argument(help: "BPMN 文件") var file: String

        func run() throws { print(try unreadableIsTwo { try ProcessDiagram(xml: bytes(at: file)).svg() }) }
    }
}

/// The bytes of a file, or exit 2.
func bytes(at path: String) throws -> Data {
    do { return try Data(contentsOf: URL(fileURLWithPath: path)) } catch {
        print("读不到文件：\(path)")
        throw ExitCode(2)
    }
}

private func unreadableIsTwo(_ body: () throws -> String) throws -> String {
    do { return try body() } catch let error as XMLTreeError {
        print("\(error.line): \(error.sentence)")
    } catch let error as ProcessError {
        print(error.sentence)
    }
    throw ExitCode(2)
}
