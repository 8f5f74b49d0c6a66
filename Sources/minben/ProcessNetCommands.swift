import ArgumentParser
import BusinessProcess
import Cases
import Foundation
import ProcessMining

extension ProcessCommand {
    /// What a drawing allows, as a net in PNML. Exit 1 for a drawing that has none, 2 when it cannot be read.
    struct Net: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "把流程图画成 Petri 网（PNML）")
        @Argument(help: "BPMN 文件") var file: String

        func run() throws {
            let (net, name) = try ProcessCommand.net(of: file)
            print(PNML(net, name: name).text)
        }
    }

    /// Replays paths, one a line with commas between the steps, and says what each took: a line of JSON for each.
    struct Replaying: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "replay", abstract: "按流程图重演路径（标准输入，每行一条，步骤用逗号隔开）")
        @Argument(help: "BPMN 文件") var file: String

        private struct Answer: Encodable {
            let consumed: Int
            let fit: Bool
            let missing: Int
            let produced: Int
            let remaining: Int
        }

        func run() throws {
            var replaying = TokenReplay(try ProcessCommand.net(of: file).net)
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            while let line = readLine() {
                let replay = replaying.replay(line.split(separator: ",").map(String.init))
                let answer = Answer(
                    consumed: replay.consumed, fit: replay.isFit, missing: replay.missing,
                    produced: replay.produced, remaining: replay.remaining)
                print(String(decoding: try encoder.encode(answer), as: UTF8.self))
            }
        }
    }

    private static func net(of path: String) throws -> (net: PetriNet, name: String) {
        let file = ProcessLibrary().read(try bytes(at: path))
        guard let definition = file.definition else {
            print(file.findings.map(\.description).joined(separator: "\n"))
            throw ExitCode(2)
        }
        do throws(Unspeakable) { return (try PetriNet(definition), definition.name) } catch {
            print("流程图里有\(error.kind)「\(error.name)」，Petri 网画不出来。")
            throw ExitCode(1)
        }
    }
}
