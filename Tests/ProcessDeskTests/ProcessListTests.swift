import Testing

@testable import ProcessDesk

@Suite("The process desk")
struct ProcessListTests {
    @Test("Processes and decision tables stand under the desk")
    func paths() {
        #expect(ProcessDeskPath.processes.hasPrefix("/desk/"))
        #expect(ProcessDeskPath.decisions.hasPrefix("/desk/"))
    }
}
