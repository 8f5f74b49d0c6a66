import BusinessProcess
import Foundation

/// What is wrong with a process, told apart from what an officer finds (``Finding``).
public typealias ProcessFinding = BusinessProcess.Finding

/// A BPMN file as it was read: what it would do, or what keeps it from doing anything.
public struct ProcessFile: Sendable {
    /// The file.
    public let xml: String
    /// The process, when it can be executed.
    public let definition: ProcessDefinition?
    /// What keeps it from being executed, by line.
    public let findings: [ProcessFinding]
    /// The versions of the processes it calls, and of those that these call.
    let calls: [String: Int]

    init(_ data: Data, calling files: [String: PublishedProcess]) {
        var calls: [String: Int] = [:]
        xml = String(decoding: data, as: UTF8.self)
        do {
            let definition = try ProcessDefinition.parse(data) { called in
                guard let file = files[called] else { return nil }
                calls[called] = file.key.version
                return Data(file.xml.utf8)
            }
            findings = Self.unknownServices(of: definition)
            self.definition = findings.isEmpty ? definition : nil
        } catch {
            (definition, findings) = (nil, error.findings)
        }
        self.calls = calls
    }

    private static func unknownServices(of definition: ProcessDefinition) -> [ProcessFinding] {
        definition.elements.keys.sorted().compactMap { element in
            guard let task = definition.serviceTask(element),
                !ProcessLibrary.knownServices.contains(task.service)
            else { return nil }
            return definition.finding("不认识的服务「\(task.service)」", at: element)
        }
    }
}
