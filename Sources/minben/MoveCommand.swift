import App
import ArgumentParser
import Foundation
import Storage

/// Moves an installation from the database of one machine to PostgreSQL.
struct MoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move", abstract: "把整个安装从 SQLite 搬到 PostgreSQL（或反过来），并逐表核对")
    @Option(help: "源数据库：sqlite:路径 或 postgres://…") var from: String
    @Option(help: "目标数据库：sqlite:路径 或 postgres://…，应为空") var to: String

    func run() async throws {
        let move = try await Installation.move(from: from, to: to) { table, count in
            FileHandle.standardError.write(Data("\r\u{1b}[K\(table)：\(count) 行".utf8))
        }
        FileHandle.standardError.write(Data("\r\u{1b}[K".utf8))
        for table in move { print("\(table.table)\t\(table.rowCount)\t\(table.digest)") }
        print("共 \(move.count) 张表，\(move.reduce(0) { $0 + $1.rowCount }) 行，两边逐表一致。")
        print("上传的文件不在数据库里：请一并保留数据目录中的 files（连同其中的 identity）或文件存储。")
    }
}
