import BusinessProcess
import Foundation
import Journal
import Services
import Storage
import Testing

@testable import Cases

/// A delivered process as somebody has drawn it anew.
enum DrawnProcess {
    /// 单部门审批 with replacements, each of which must be found.
    static func singleOrgan(_ replacements: KeyValuePairs<String, String> = [:]) throws -> Data {
        let files = try ItemFiles.processFiles().map { String(decoding: $0, as: UTF8.self) }
        var file = try #require(files.first { $0.contains("bpmn:process id=\"single-organ\"") })
        for (old, new) in replacements {
            try #require(file.contains(old))
            file = file.replacing(old, with: new)
        }
        return Data(file.utf8)
    }
}

extension Stage {
    /// Publishes a process as the district's own.
    @discardableResult
    func publish(_ file: Data) async throws -> Int {
        let read = processes.read(file)
        let version = try await database.write { [now] in try read.publish(by: .system, at: now, in: $0) }
        try await processes.reload(from: database)
        return version
    }
}
