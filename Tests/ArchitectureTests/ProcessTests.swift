import BusinessProcess
import Cases
import Foundation
import Testing

@Suite("Every drawn process can be run")
struct ProcessTests {
    @Test(
        "it is read, its services are known, and its file is called by its id",
        arguments: Checkout.files("bpmn"))
    func canBeRun(_ file: URL) throws {
        let definition = try ProcessDefinition.parse(Data(contentsOf: file))
        #expect(definition.id == file.deletingPathExtension().lastPathComponent)
        let services = definition.elements.keys.compactMap { definition.serviceTask($0)?.service }
        #expect(Set(services).isSubset(of: ProcessLibrary.knownServices))
    }

    @Test("its steps mean something in law, and somebody's role does them", arguments: Checkout.files("bpmn"))
    func stepsAreKnown(_ file: URL) throws {
        let definition = try ProcessDefinition.parse(Data(contentsOf: file))
        for task in definition.userTasks {
            #expect(Act(rawValue: task.act) != nil, "\(task.id)")
            #expect(!task.role.isEmpty, "\(task.id)")
            #expect(!task.outcomes.isEmpty, "\(task.id)")
        }
    }
}
